"""A pseudonym key is its writer's; nobody else reads or changes it."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.engines.guard.models import PseudonymKey
from academy.identity.actor import Actor


@giver("the person whose pseudonyms they are")
def writer(actor: Actor, thing: object) -> bool:
    if actor.person_id is None or actor.user_id is None:
        return False
    return thing is None or (isinstance(thing, PseudonymKey) and thing.writer_id == actor.person_id)


PERMISSIONS = declare(
    Permission("guard.key.write", "Read and change one's own pseudonyms and whom they mean", givers=(writer,)),
)
