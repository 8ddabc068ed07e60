"""Asking for long work."""

from collections.abc import Mapping
from datetime import datetime

from academy.engines.audit.commands import Refused, command, record
from academy.engines.jobs.declarations import kind_called
from academy.engines.jobs.models import Job
from academy.engines.jobs.rules import are_ids
from academy.engines.notify.doorbell import ring_on_commit
from academy.identity.actor import Actor

RUN_JOB = "academy.engines.jobs.tasks.run_job"


@command("jobs.job.ask")
def ask(*, kind: str, by: Actor, at: datetime, arguments: Mapping[str, object] | None = None) -> Job:
    """Queue a job of a declared kind for the actor, and ring for a worker once it is committed.

    `arguments` are ids, codes and dates; anything else raises ValueError. Refuses an account without a record.
    """
    declared, given = kind_called(kind), dict(arguments or {})
    if not are_ids(given):
        raise ValueError(f"A job of {kind} takes ids only, never what somebody wrote.")
    if by.person_id is None:
        raise Refused("Only somebody with a record can ask for this. Ask your academy lead to add yours.")
    job = Job.objects.create(
        kind=declared.name,
        owner_id=by.person_id,
        organisation_id=by.organisation_id,
        arguments=given,
        asked_at=at,
        due_at=at,
        rung_at=at,
    )
    record(job, moved=("", job.status), note=declared.name, about=by.person_id)
    ring_on_commit(RUN_JOB, job.pk)
    return job
