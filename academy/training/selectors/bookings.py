"""Places as pages show them: an event with one's own standing, one booking, one's own, and whom one books for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from academy.development.selectors.colleagues import people_of
from academy.engines.workflow.decisions import Decision
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.choices import ACADEMY_ROLES
from academy.people.selectors.directory import called
from academy.training.choices import LIVE, SEATED, BookingState, EventState
from academy.training.models import Booking, Course, EventDay, TrainingEvent
from academy.training.rules.places import Seats, can_book, is_late, last_day_in_time
from academy.training.selectors.audience import audience_words, may_book
from academy.training.selectors.places import place_of, queue_place, seats
from academy.training.selectors.policies import terms_for

MOST_FOUND = 50


@dataclass(frozen=True)
class EventSeen:
    """An event as its page shows it: days, seats, whom it is for, and one's own place or whether one may book.

    `course` is where its course is described, None for who may not read it.
    """

    event: TrainingEvent
    course: Course | None
    days: Sequence[EventDay]
    seats: Seats
    audience: Sequence[str]
    booking: Booking | None
    number: int | None
    decision: Decision
    in_time_until: date

    @property
    def may_ask(self) -> bool:
        return self.booking is None and self.decision.allowed


@dataclass(frozen=True)
class BookingSeen:
    """One place as its page shows it. `number` is that of a place in the queue."""

    booking: Booking
    days: Sequence[EventDay]
    number: int | None
    in_time_until: date
    is_late: bool


@dataclass(frozen=True)
class MyBookings:
    """Somebody's places: those to come by the event's date, and those that are over or ended, newest first."""

    coming: Sequence[Booking]
    past: Sequence[Booking]


def event_seen(event: TrainingEvent, actor: Actor, *, at: datetime) -> EventSeen:
    """The page of an event; a constant number of queries."""
    days = list(event.days.all())
    booking = place_of(event, actor.person_id)
    decision = can_book(EventState(event.state), begins_at=days[0].starts_at if days else None, at=at)
    if booking is None and decision.allowed and actor.person_id is not None:
        decision = may_book(actor.person_id, event.course, on=actor.on)
    return EventSeen(
        event=event,
        course=readable_course(event, actor),
        days=days,
        seats=seats(event),
        audience=audience_words(event.course),
        booking=booking,
        number=_number(booking),
        decision=decision,
        in_time_until=_in_time_until(event, on=actor.on),
    )


def readable_course(event: TrainingEvent, actor: Actor) -> Course | None:
    """The course of an event, None for who may not read it: a teacher from outside, for example. One query."""
    return Course.objects.visible_to(actor).filter(pk=event.course_id).first()


def booking_seen(booking: Booking, *, on: date) -> BookingSeen:
    """The page of one booking."""
    event = booking.event
    days = terms_for(event.organisation_id, on=on).late_cancel_days
    return BookingSeen(
        booking=booking,
        days=list(event.days.all()),
        number=_number(booking),
        in_time_until=last_day_in_time(event.starts_on, days=days),
        is_late=booking.is_held and is_late(event.starts_on, on=on, days=days),
    )


def my_bookings(actor: Actor) -> MyBookings:
    """One's own places; one query."""
    mine = Booking.objects.filter(person_id=actor.person_id).select_related("event__course")
    found = list(mine.order_by("event__starts_on", "pk"))
    coming = [each for each in found if each.is_live and each.event.ends_on >= actor.on]
    return MyBookings(coming, [each for each in reversed(found) if each not in coming])


def offered_places(actor: Actor) -> QuerySet[Booking]:
    """Places offered to her, the soonest to end first."""
    offered = Booking.objects.filter(person_id=actor.person_id, state=BookingState.OFFERED)
    return offered.select_related("event__course").order_by("kept_until", "pk")


def held_days(actor: Actor, until: date) -> QuerySet[EventDay]:
    """Days up to that one on which she has a place with an event."""
    mine = Booking.objects.filter(person_id=actor.person_id, state=BookingState.HELD, event__state=EventState.OPEN)
    days = EventDay.objects.filter(event__in=mine.values("event"), starts_at__date__range=(actor.on, until))
    return days.select_related("event__course").order_by("starts_at", "pk")


def open_sheets(actor: Actor) -> QuerySet[TrainingEvent]:
    """Events that have begun, that she holds, and whose attendance sheet is not closed, the oldest first."""
    begun = TrainingEvent.objects.filter(teaching__person_id=actor.person_id, state=EventState.OPEN)
    return begun.filter(starts_on__lte=actor.on).select_related("course").order_by("starts_on", "pk")


def herself(actor: Actor) -> Person:
    """The person the actor is, to book a place for her."""
    return Person.objects.get(pk=actor.person_id)


def people_to_book(event: TrainingEvent, actor: Actor, *, name: str = "") -> list[Person]:
    """Whom the actor may book for and who has no place with the event yet: people she manages, and for an academy, by
    name, everybody of its organisation. At most fifty, by name."""
    people = Person.objects.filter(pk__in=actor.manages)
    if name:
        anybody = Q(pk__in=actor.manages)
        for organisation_id in actor.organisations_where(*ACADEMY_ROLES):
            anybody |= Q(pk__in=people_of(organisation_id, on=actor.on).order_by().values("pk"))
        people = called(Person.objects.filter(anybody), name)
    placed = Booking.objects.filter(event=event, state__in=(*LIVE, *SEATED)).values("person")
    return list(people.exclude(pk__in=placed).order_by("family_name", "given_name", "pk")[:MOST_FOUND])


def moment_words(moment: datetime | None) -> str:
    """A moment as pages say it: 19 November, 09:30."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return f"{local.day} {local:%B, %H:%M}"


def _number(booking: Booking | None) -> int | None:
    return queue_place(booking) if booking is not None and booking.is_waiting else None


def _in_time_until(event: TrainingEvent, *, on: date) -> date:
    return last_day_in_time(event.starts_on, days=terms_for(event.organisation_id, on=on).late_cancel_days)
