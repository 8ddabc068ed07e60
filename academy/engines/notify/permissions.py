"""Who may read what the portal told somebody: that person."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.engines.notify.models import Notice
from academy.identity.actor import Actor


@giver("the person it was written to")
def written_to(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Notice) and actor.person_id is not None and thing.person_id == actor.person_id


PERMISSIONS = declare(
    Permission("notify.notice.read", "Read a notice from the portal", givers=(written_to,)),
)
