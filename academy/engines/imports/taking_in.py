"""The job that takes in what its owner said to take in."""

from academy.engines.imports.models import Import
from academy.engines.imports.owners import owner_of
from academy.engines.imports.services.imports import TAKE_IN, take_in
from academy.engines.jobs.declarations import JobKind, declare
from academy.engines.jobs.models import Job
from academy.engines.jobs.progress import Progress


def run(job: Job, progress: Progress) -> None:
    """Take the good rows in, or find that it was done."""
    held = Import.objects.get(pk=job.arguments["import"])
    if held.committed_at is not None:
        return
    progress.tell(10, f"Taking in {held.good:,} rows")
    take_in(upload=held, by=owner_of(job, progress), at=progress.clock())


declare(JobKind(TAKE_IN, "Taking in your file", run=run))
