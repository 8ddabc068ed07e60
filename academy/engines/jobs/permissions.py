"""A job is seen by the person who asked for it."""

from academy.engines.access.permissions import Permission, declare, giver
from academy.engines.jobs.models import Job
from academy.identity.actor import Actor


@giver("the person who asked for it")
def owner(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Job) and actor.person_id is not None and thing.owner_id == actor.person_id


PERMISSIONS = declare(
    Permission("jobs.job.view", "See how far one's own job is", givers=(owner,)),
)
