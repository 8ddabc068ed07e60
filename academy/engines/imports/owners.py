"""Who acts when a job does what somebody asked for: that person, as she stands on the day."""

from django.utils import timezone

from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.engines.jobs.models import Job
from academy.engines.jobs.progress import Progress
from academy.identity.actor import Actor
from academy.identity.models import User


def owner_of(job: Job, progress: Progress) -> Actor:
    """The actor who asked for the job; refuses an account that was closed since."""
    user = User.objects.filter(person_id=job.owner_id, is_active=True).select_related("person").first()
    if user is None:
        raise Refused("The account that asked for it is closed, so nothing was done.")
    return actor_for(user=user, on=timezone.localdate(progress.clock()), organisation_id=job.organisation_id)
