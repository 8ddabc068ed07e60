"""An import is its owner's."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.engines.imports.models import Import
from academy.identity.actor import Actor


@giver("the person who uploaded it")
def owner(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Import) and actor.person_id is not None and thing.owner_id == actor.person_id


PERMISSIONS = declare(
    Permission("imports.import.see", "See what the check of one's own file found", givers=(owner,)),
    Permission("imports.import.take_in", "Take in the good rows of one's own file", givers=(owner,)),
)
