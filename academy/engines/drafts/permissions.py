"""Unsent words are seen, saved and discarded by the person who wrote them, and by nobody else."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.engines.drafts.models import Draft, ParkedPost
from academy.identity.actor import Actor


@giver("the person who writes")
def writer(actor: Actor, thing: object) -> bool:
    if actor.user_id is None:
        return False
    return thing is None or (isinstance(thing, Draft | ParkedPost) and thing.owner_id == actor.user_id)


PERMISSIONS = declare(
    Permission("drafts.draft.write", "Keep, compare and discard one's own unsent words", givers=(writer,)),
)
