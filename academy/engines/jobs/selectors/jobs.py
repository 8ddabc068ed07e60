"""What the page about a job shows."""

from dataclasses import dataclass

from academy.engines.jobs.choices import JobStatus
from academy.engines.jobs.declarations import kind_called
from academy.engines.jobs.models import Job
from academy.ui.states import State


@dataclass(frozen=True)
class JobPage:
    """How far a job is, in words; `result_url` leads to the file it made."""

    job: Job
    title: str
    state: State
    sentence: str
    result_url: str


def job_page(job: Job) -> JobPage:
    """The page of a job loaded with its result."""
    status = JobStatus(job.status)
    there = job.result is not None and job.result.is_there
    return JobPage(
        job=job,
        title=kind_called(job.kind).title,
        state=status.state,
        sentence=_sentence(job, status),
        result_url=job.result.get_absolute_url() if job.result is not None and there else "",
    )


def _sentence(job: Job, status: JobStatus) -> str:
    if status == JobStatus.FAILED:
        return job.reason
    if status == JobStatus.DONE:
        return "It is done."
    if status == JobStatus.QUEUED and job.attempts:
        return "It did not work the first time and is tried again soon. You can leave this page."
    if status == JobStatus.QUEUED:
        return "It begins in a moment. You can leave this page and come back."
    return job.progress_words or "It is being done. You can leave this page and come back."
