"""Reading the audit: by the person whose record it is, and along one subject."""

from django.db.models import Max, QuerySet

from academy.engines.audit.choices import EventKind
from academy.engines.audit.models import Event


def reads_of(person_id: int) -> QuerySet[Event]:
    """Who read this person's record, newest first; shown to the person herself."""
    return Event.objects.filter(about_id=person_id, kind=EventKind.READ).select_related("actor", "on_behalf_of")


def acts_on(label: str, subject_id: int | str) -> QuerySet[Event]:
    """What was done with one thing, newest first. `label` is the model's lower-case label."""
    return Event.objects.filter(subject_label=label, subject_id=str(subject_id), kind=EventKind.ACT).select_related(
        "actor", "on_behalf_of"
    )


def readers_of(label: str, subject_id: int | str, *, most: int) -> list[Event]:
    """Who last read one thing: of each reader her last reading, the newest first, at most so many. One query."""
    reads = Event.objects.filter(subject_label=label, subject_id=str(subject_id), kind=EventKind.READ)
    last = reads.order_by().values("actor_id").annotate(last=Max("pk")).values("last")
    return list(reads.filter(pk__in=last).select_related("actor", "on_behalf_of").order_by("-pk")[:most])


def acts_about(person_id: int, *, app: str, organisation_id: int | None) -> QuerySet[Event]:
    """What one app's acts did with a person's record in one organisation, newest first."""
    acts = Event.objects.filter(about_id=person_id, kind=EventKind.ACT, act__startswith=f"{app}.")
    return acts.filter(organisation_id=organisation_id).select_related("actor", "on_behalf_of")
