"""The events an academy keeps, as its list shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from academy.identity.actor import Actor
from academy.training.choices import LIBRARY_KINDS, EventState
from academy.training.models import Course, TrainingEvent
from academy.training.rules.places import Seats
from academy.training.selectors.places import seats_of


@dataclass(frozen=True)
class KeptEvent:
    """An event with how many come and how many wait."""

    event: TrainingEvent
    seats: Seats

    @property
    def is_short(self) -> bool:
        """Do fewer come than the academy wants at least?"""
        return self.event.state == EventState.OPEN and self.seats.taken < self.event.minimum


def kept_events(actor: Actor, *, past: bool = False) -> QuerySet[TrainingEvent]:
    """Events of the organisation acted in: those to come, the soonest first, or those over, the latest first."""
    events = TrainingEvent.objects.visible_to(actor).filter(organisation_id=actor.organisation_id)
    events = events.select_related("course")
    if past:
        return events.filter(ends_on__lt=actor.on).order_by("-starts_on", "-pk")
    return events.filter(ends_on__gte=actor.on).order_by("starts_on", "pk")


def with_seats(events: Sequence[TrainingEvent]) -> list[KeptEvent]:
    """The events with their seats; one query for however many."""
    counted = seats_of(events)
    return [KeptEvent(event, counted[event.pk]) for event in events]


def plannable_courses(actor: Actor) -> QuerySet[Course]:
    """Courses of the organisation acted in of which there can be events."""
    own = Course.objects.offered_on(actor.on).filter(organisation_id=actor.organisation_id, is_external=False)
    return own.exclude(kind__in=LIBRARY_KINDS).order_by("title", "pk")
