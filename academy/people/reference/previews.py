"""Policies as staff will see them, drawn from a text that is not published yet."""

from academy.engines.reference.publishing.kinds import Preview, Seen
from academy.people.choices.second_jobs import PermittedBy
from academy.people.schema.monitoring import MonitoringFile
from academy.people.schema.second_jobs import SecondJobPolicyFile


def second_jobs(file: SecondJobPolicyFile, seen: Seen) -> Preview:
    """What somebody reads who declares a second job, and who permits it."""
    at = str(PermittedBy(file.threshold.at).label).lower() if file.threshold else ""
    return Preview("people/previews/second_jobs.html", {"terms": file.terms, "at": at})


def monitoring(file: MonitoringFile, seen: Seen) -> Preview:
    """The questions with their answers."""
    return Preview("people/previews/monitoring.html", {"file": file})
