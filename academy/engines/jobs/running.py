"""Doing a job: taken by one worker, giving signs while it goes, tried again when it fails.

This is bookkeeping of one job and no act of anybody's, so it writes no audit event; asking for the job is the act.
"""

import logging
from datetime import datetime

from django.db.models import F

from academy.engines.audit.commands import Refused
from academy.engines.files.models import StoredFile
from academy.engines.jobs.choices import GIVEN_UP, KEPT_AFTER_END, MOST_ATTEMPTS, JobStatus
from academy.engines.jobs.declarations import kind_called
from academy.engines.jobs.models import Job
from academy.engines.jobs.progress import Clock, Progress, Superseded
from academy.engines.jobs.rules import due_after_failure

logger = logging.getLogger(__name__)


def run(job_id: int, *, clock: Clock) -> None:
    """Do a job if it is due and nobody else does it. A bug in the work propagates after the job was put back.

    A refusal ends the job with its sentence; anything else is tried again after a while, five times in all.
    """
    job = _claimed(job_id, at=clock())
    if job is None:
        return
    try:
        result = kind_called(job.kind).run(job, Progress(job, clock))
    except Refused as refused:
        _end(job, status=JobStatus.FAILED, at=clock(), reason=refused.reason)
    except Superseded:
        logger.warning("Job %s went to another worker (attempt %s).", job.uid, job.attempts)
    except Exception:
        _put_back(job, at=clock())
        raise
    else:
        _end(job, status=JobStatus.DONE, at=clock(), result=result)


def give_up_silent(*, at: datetime) -> int:
    """End jobs whose fifth worker went silent, too; returns how many."""
    return (
        Job.objects.silent(at)
        .filter(attempts__gte=MOST_ATTEMPTS)
        .update(status=JobStatus.FAILED, finished_at=at, reason=GIVEN_UP)
    )


def forget_old(*, at: datetime) -> int:
    """Delete jobs that ended 90 days ago; the files they made are their owners'. Returns how many."""
    _, deleted = Job.objects.filter(finished_at__lt=at - KEPT_AFTER_END).delete()
    return deleted.get(Job._meta.label, 0)


def _claimed(job_id: int, *, at: datetime) -> Job | None:
    """The job, if this worker got it: of several that try at once, the conditional update lets one through."""
    values = {"status": JobStatus.RUNNING, "started_at": at, "heartbeat_at": at, "progress": 0, "progress_words": ""}
    job = Job.objects.due(at).filter(pk=job_id).first()
    if job is None:
        return None
    as_seen = Job.objects.due(at).filter(pk=job_id, attempts=job.attempts)
    if not as_seen.update(**values, attempts=F("attempts") + 1):
        return None
    job.refresh_from_db()
    return job


def _end(job: Job, *, status: JobStatus, at: datetime, reason: str = "", result: StoredFile | None = None) -> None:
    values = {"status": status, "finished_at": at, "reason": reason[:300], "result": result}
    if status == JobStatus.DONE:
        values |= {"progress": 100, "progress_words": ""}
    Job.objects.held(job).update(**values)


def _put_back(job: Job, *, at: datetime) -> None:
    due_at = due_after_failure(job.attempts, at=at)
    if due_at is None:
        _end(job, status=JobStatus.FAILED, at=at, reason=GIVEN_UP)
    else:
        Job.objects.held(job).update(status=JobStatus.QUEUED, due_at=due_at, rung_at=None)
