"""Seats as the portal itself gives them: an offer to the next in the queue, and the end of what is kept no longer.

Whoever changes seats locks the event first and its bookings after it, so that two never wait for each other.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from academy.engines.audit.commands import Refused, command
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.training.choices import EventState
from academy.training.models import Booking, TrainingEvent
from academy.training.rules.places import has_begun, offer_until
from academy.training.selectors.places import begins_at, seats
from academy.training.selectors.policies import terms_for
from academy.training.services.place_notices import tell_cancelled, tell_lapsed, tell_offered
from academy.training.workflow import BOOKING


def portal(on: date) -> Actor:
    """The portal itself, which gives and ends places when time is over or one is free."""
    return Actor.system("places", on=on)


def locked(event_id: int) -> TrainingEvent:
    """The event as it is stored now; nobody else changes its seats until the present act is over."""
    stored: TrainingEvent = TrainingEvent.objects.select_for_update().get(pk=event_id)
    return stored


def move_up(*, event: TrainingEvent, by: Actor, at: datetime) -> list[Booking]:
    """Offer every free seat to who waits longest, each by a command of its own; returns the bookings offered to.

    Nothing is offered of an event that is not open or has begun. An offer keeps its seat.
    """
    with transaction.atomic():
        current, first = locked(event.pk), begins_at(event)
        if current.state != EventState.OPEN or has_begun(first, at=at):
            return []
        next_up = list(Booking.objects.waiting().filter(event=current)[: seats(current).left])
        if not next_up:
            return []
        hours = terms_for(current.organisation_id, on=by.on).offer_hours
        until = offer_until(at, hours=hours, begins_at=first)
        return [offer(booking=booking, until=until, by=portal(by.on), at=at) for booking in next_up]


@command("training.place.offer")
def offer(*, booking: Booking, until: datetime, by: Actor, at: datetime) -> Booking:
    """Keep a free seat for somebody who waits until that moment, and tell her. Refuses who waits no more."""
    Booking.objects.filter(pk=booking.pk).update(kept_until=until)
    offered = apply(BOOKING, "offer", booking, by=by, at=at)
    tell_offered(offered, until, by=by, at=at)
    return offered


@command("training.place.lapse")
def lapse(*, booking: Booking, by: Actor, at: datetime) -> Booking:
    """End an offer nobody took, or a place that was not approved in time, and offer the seat to the next.

    Refuses while its time is not over: it was taken, approved or given more time meanwhile.
    """
    locked(booking.event_id)
    if not Booking.objects.run_out(at).filter(pk=booking.pk).exists():
        raise Refused("The time of this place is not over.")
    was_held = booking.is_held
    lapsed = apply(BOOKING, "lapse", booking, by=by, at=at)
    tell_lapsed(lapsed, was_held=was_held, by=by, at=at)
    move_up(event=lapsed.event, by=by, at=at)
    return lapsed


@command("training.booking.release")
def release(*, booking: Booking, by: Actor, at: datetime) -> Booking:
    """Give a place back because its request was declined or withdrawn; the next in the queue is offered it.

    The portal does it, whoever decided: a decider need not be one who may cancel. Never counts as late. Refuses a
    booking that has ended or was attended.
    """
    locked(booking.event_id)
    booking.refresh_from_db(fields=["state"])
    was_held = booking.is_held
    released = apply(BOOKING, "cancel", booking, by=portal(by.on), at=at)
    tell_cancelled(released, was_held=was_held, by=portal(by.on), at=at)
    move_up(event=released.event, by=by, at=at)
    return released


def sweep(*, at: datetime) -> int:
    """End every offer and unapproved place whose time is over, each by its own command, and move the queues up.

    Returns how many ended. What was ended stays so if the next one fails; a second run finds none.
    """
    by = portal(timezone.localdate(at))
    return sum(_lapsed(booking, by=by, at=at) for booking in Booking.objects.run_out(at).order_by("kept_until", "pk"))


def _lapsed(booking: Booking, *, by: Actor, at: datetime) -> bool:
    try:
        lapse(booking=booking, by=by, at=at)
    except Refused:  # taken at the last moment, or ended by another worker
        return False
    return True
