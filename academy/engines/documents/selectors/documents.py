"""Documents somebody had made, and those being made."""

from academy.engines.documents.declarations import MAKE
from academy.engines.documents.models import Issued
from academy.engines.jobs.choices import JobStatus
from academy.engines.jobs.models import Job
from academy.identity.actor import Actor

MOST_SHOWN = 20


def documents_about(actor: Actor, kind: str) -> list[Issued]:
    """The actor's own documents of a kind that can be opened, newest first, twenty at most; one query."""
    own = Issued.objects.visible_to(actor).given_out().filter(kind=kind, person_id=actor.person_id)
    return list(own.select_related("file")[:MOST_SHOWN])


def documents_under_way(actor: Actor) -> list[Job]:
    """Jobs that wait or make a document for the actor, newest first; one query."""
    under_way = (JobStatus.QUEUED, JobStatus.RUNNING)
    return list(Job.objects.visible_to(actor).filter(kind=MAKE, status__in=under_way)[:MOST_SHOWN])
