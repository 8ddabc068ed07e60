"""Booking a place, taking one that is offered, and cancelling. `release` is in `places`: the portal does it itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.identity.models import Person
from academy.people.selectors.belonging import belongings
from academy.training.choices import MOST_NOTE, OPEN_REQUESTS, BookingState, EventState
from academy.training.models import Booking, TrainingEvent
from academy.training.rules.places import can_book, can_have, has_begun, is_late
from academy.training.selectors.audience import may_book
from academy.training.selectors.places import begins_at, clashing_place, place_of, seats
from academy.training.selectors.policies import terms_for
from academy.training.services.place_notices import tell_cancelled, tell_held, tell_waiting
from academy.training.services.places import locked, move_up, portal, release
from academy.training.services.requests import withdraw_with_place
from academy.training.workflow import BOOKING

__all__ = ["Told", "book", "book_several", "cancel", "release", "take"]


@dataclass(frozen=True)
class Told:
    """What came of booking for one of several people: her booking, or the sentence that says why there is none."""

    person: Person
    booking: Booking | None = None
    refusal: str = ""


@command("training.booking.book")
def book(*, event: TrainingEvent, person: Person, by: Actor, at: datetime, access_needs: str = "") -> Booking:
    """Give somebody a place: a seat where one is free, else the next place in the queue. Tells her, with the days.

    The event is locked before anything is judged, so that of two who ask for the last seat one gets it and the other
    is next. Refuses who may not book for her, an event that is not open or has begun, somebody the course is not meant
    for, a second place with the event, and one at the same time as a place she holds.
    """
    if not allows("training.booking.make", by, person):
        raise Refused("You can book for yourself, for people you manage, and as the academy for your organisation.")
    access_needs = access_needs.strip()
    if len(access_needs) > MOST_NOTE:
        raise Refused(f"Use at most {MOST_NOTE:,} characters.", field="access_needs")
    event = locked(event.pk)
    _judge(event, person, by=by, at=at)
    has_seat = seats(event).is_free
    booking = Booking.objects.create(
        event=event,
        person=person,
        organisation_id=_organisation_of(person, event, by=by),
        asked_at=at,
        booked_by_id=by.person_id,
        access_needs=access_needs,
    )
    if has_seat:
        booking = apply(BOOKING, "seat", booking, by=portal(by.on), at=at)
        tell_held(booking, by=by, at=at)
    else:
        record(booking, moved=("", BookingState.WAITING), about=person.pk, organisation=booking.organisation_id)
        tell_waiting(booking, by=by, at=at)
    return booking


def book_several(*, event: TrainingEvent, people: Sequence[Person], by: Actor, at: datetime) -> list[Told]:
    """Book for several people, in their order, each by a command of its own: what one is refused, others have."""
    return [_told(event, person, by=by, at=at) for person in people]


@command("training.booking.take")
def take(*, booking: Booking, by: Actor, at: datetime) -> Booking:
    """Take the seat that is offered. Refuses when the offer is over, or when she holds a place at the same time.

    While her request is open the seat is kept as long as one that is booked, then it goes to the next.
    """
    event = locked(booking.event_id)
    booking.refresh_from_db()
    if booking.is_offered and booking.kept_until is not None and booking.kept_until <= at:
        raise Refused("The time of this offer is over: the place goes to the next. Book again if you want to come.")
    clash = clashing_place(booking.person_id, event, by=by)
    decision = can_have(has_place=False, clashing=clash, who=_who(booking.person, by))
    if not decision.allowed:
        raise Refused(decision.reason)
    taken = apply(BOOKING, "take", booking, by=by, at=at)
    taken.kept_until = _kept_until(taken, by=by, at=at)
    taken.save(update_fields=["kept_until"])
    tell_held(taken, by=by, at=at)
    return taken


@command("training.booking.cancel")
def cancel(*, booking: Booking, by: Actor, at: datetime) -> Booking:
    """Give a place back, or leave the queue; the next in the queue is offered a free seat.

    A held place counts as cancelled late after the last day in time of the host's policy. Her request is withdrawn with
    it while it is open. Refuses once the event has begun: then the attendance sheet says who came.
    """
    event = locked(booking.event_id)
    booking.refresh_from_db(fields=["state"])
    if has_begun(begins_at(event), at=at):
        raise Refused("This event has begun. Who holds it notes on the attendance sheet that you did not come.")
    was_held = booking.is_held
    days = terms_for(event.organisation_id, on=by.on).late_cancel_days
    late = was_held and is_late(event.starts_on, on=by.on, days=days)
    cancelled = apply(BOOKING, "cancel_late" if late else "cancel", booking, by=by, at=at)
    tell_cancelled(cancelled, was_held=was_held, by=by, at=at)
    withdraw_with_place(cancelled, by=by, at=at)
    move_up(event=event, by=by, at=at)
    return cancelled


def _judge(event: TrainingEvent, person: Person, *, by: Actor, at: datetime) -> None:
    clash = clashing_place(person.pk, event, by=by)
    decisions = (
        can_book(EventState(event.state), begins_at=begins_at(event), at=at),
        may_book(person.pk, event.course, on=by.on),
        can_have(has_place=place_of(event, person.pk) is not None, clashing=clash, who=_who(person, by)),
    )
    for decision in decisions:
        if not decision.allowed:
            raise Refused(decision.reason)


def _who(person: Person, by: Actor) -> str:
    return "You" if person.pk == by.person_id else person.full_name


def _organisation_of(person: Person, event: TrainingEvent, *, by: Actor) -> int:
    """Through which organisation she comes: the one acted in, else the event's, else the first she belongs to."""
    hers = [place.organisation_id for place in belongings(person.pk, by.on)]
    wanted = (by.organisation_id, event.organisation_id)
    return next((each for each in wanted if each in hers), hers[0])


def _kept_until(booking: Booking, *, by: Actor, at: datetime) -> datetime | None:
    if booking.request is None or booking.request.state not in OPEN_REQUESTS:
        return None
    return at + timedelta(days=terms_for(booking.organisation_id, on=by.on).hold_days)


def _told(event: TrainingEvent, person: Person, *, by: Actor, at: datetime) -> Told:
    try:
        return Told(person, booking=book(event=event, person=person, by=by, at=at))
    except Refused as refused:
        return Told(person, refusal=refused.reason)
