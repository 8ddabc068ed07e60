"""Ringing again for jobs whose message was lost: by a killed worker, a broker that was down, or a restart."""

from datetime import datetime

from academy.engines.jobs.models import Job
from academy.engines.jobs.services.jobs import RUN_JOB
from academy.engines.notify.doorbell import ring_on_commit


def ring_due(*, at: datetime) -> int:
    """Ring for every due job nobody has rung for lately; returns how many. A message too many does no harm."""
    ids = list(Job.objects.to_ring(at).order_by("due_at").values_list("pk", flat=True))
    Job.objects.filter(pk__in=ids).update(rung_at=at)
    for job_id in ids:
        ring_on_commit(RUN_JOB, job_id)
    return len(ids)
