"""Documents somebody had made, and those being made."""

from collections.abc import Sequence
from datetime import datetime

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


def documents_of(actor: Actor, kinds: Sequence[str], subject_id: int) -> list[Issued]:
    """What the actor had made of a thing, of these kinds, and can open, newest first, twenty at most; one query."""
    hers = Issued.objects.visible_to(actor).given_out().filter(kind__in=kinds, made_by_id=actor.person_id)
    return list(hers.filter(subject_id=subject_id)[:MOST_SHOWN])


def documents_of_under_way(actor: Actor, kinds: Sequence[str], subject_id: int) -> list[Job]:
    """Jobs that wait or make a document of a thing for the actor, newest first; one query."""
    return [
        job
        for job in documents_under_way(actor)
        if job.arguments["kind"] in kinds and job.arguments.get("subject") == subject_id
    ]


def newest_of(actor: Actor, kind: str, subject_id: int) -> Issued | None:
    """The newest document of a kind made of a thing, about the actor or made by her, that can be opened; one query."""
    found: Issued | None = Issued.objects.visible_to(actor).given_out().filter(kind=kind, subject_id=subject_id).first()
    return found


def first_made_at(kind: str, subject_id: int) -> datetime | None:
    """When a document of a kind was first made of a thing, by whomever; None before. One query."""
    made = Issued.objects.filter(kind=kind, subject_id=subject_id).order_by("made_at", "pk")
    found: datetime | None = made.values_list("made_at", flat=True).first()
    return found
