"""Background work of jobs: doing one, and ringing for those nobody does."""

from celery import shared_task
from django.utils import timezone

from academy.engines.jobs.ringing import ring_due
from academy.engines.jobs.running import forget_old, give_up_silent, run


@shared_task
def run_job(job_id: int) -> None:
    """Do this job if it is due and nobody else does it."""
    run(job_id, clock=timezone.now)


@shared_task
def ring_due_jobs() -> int:
    """Each minute: end what five workers left undone, forget what ended long ago, ring for every job that is due."""
    now = timezone.now()
    give_up_silent(at=now)
    forget_old(at=now)
    return ring_due(at=now)
