"""Events of courses that a programme counts, for who plans the next one: when each is, and who is on the way to it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from academy.identity.actor import Actor
from academy.training.choices import LIVE, BookingState, EventState
from academy.training.models import Booking, Course, TrainingEvent
from academy.training.querysets import EventQuerySet
from academy.training.selectors.kept_events import plannable_courses
from academy.ui.states import State


@dataclass(frozen=True)
class Occasion:
    """An event as a programme’s page names it; `url` is its own page, `can_be_booked` holds from its opening on until
    the day it begins."""

    pk: int
    name: str
    starts_on: date
    state: State
    url: str
    can_be_booked: bool


def occasions(actor: Actor, *, courses: Collection[str], since: date) -> list[Occasion]:
    """Events of the organisation acted in that the actor sees, of these courses or, without any, of those that count
    in the ASYE (S1-41), from a day on and not cancelled; in the order of their days. One query."""
    wanted = _seen(actor).filter(_meant("course__", courses), starts_on__gte=since)
    return [_told(event, on=actor.on) for event in wanted.exclude(state=EventState.CANCELLED)]


def occasion_to_book(actor: Actor, pk: int) -> Occasion | None:
    """One of them that can still be booked; None where there is none. One query."""
    event = _seen(actor).bookable(actor.on).filter(pk=pk).first()
    return _told(event, on=actor.on) if event else None


def courses_to_plan(actor: Actor, *, courses: Collection[str]) -> QuerySet[Course]:
    """Those of these courses, or of those that count in the ASYE, of which the actor's academy can plan an event."""
    return plannable_courses(actor).filter(_meant("", courses))


def on_the_way_to(occasion: Occasion) -> set[int]:
    """The people who have a place with the event, wait for one or came. One query."""
    states = [*LIVE, BookingState.ATTENDED, BookingState.PART]
    rows = Booking.objects.filter(event_id=occasion.pk, state__in=states).order_by()
    return set(rows.values_list("person_id", flat=True))


def _seen(actor: Actor) -> EventQuerySet:
    seen: EventQuerySet = TrainingEvent.objects.visible_to(actor).filter(organisation_id=actor.organisation_id)
    return seen.select_related("course").order_by("starts_on", "pk")


def _told(event: TrainingEvent, *, on: date) -> Occasion:
    is_open = event.is_open and event.starts_on >= on
    return Occasion(event.pk, event.name, event.starts_on, event.standing.state, event.get_absolute_url(), is_open)


def _meant(prefix: str, courses: Collection[str]) -> Q:
    return Q(**{f"{prefix}code__in": courses}) if courses else Q(**{f"{prefix}counts_in_asye": True})
