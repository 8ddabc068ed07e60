"""Telling people about their places, in the transaction of what happened; with the mail goes a calendar file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from academy.engines.notify.kinds import NoticeKind
from academy.engines.notify.services import notices
from academy.engines.notify.writing import Attachment
from academy.identity.actor import Actor
from academy.training.models import Booking
from academy.training.notices.places import (
    EVENT_CANCELLED,
    EVENT_CHANGED,
    PLACE_CANCELLED,
    PLACE_HELD,
    PLACE_LAPSED,
    PLACE_OFFERED,
    PLACE_WAITING,
    PlaceContext,
    QueueContext,
    ReasonContext,
    UntilContext,
)
from academy.training.rules.calendar import CalendarDay, Method, calendar_file
from academy.training.selectors.calendars import day_words, invitation_of
from academy.training.selectors.places import queue_place

FILE_NAME = "training.ics"


def tell_held(booking: Booking, *, by: Actor, at: datetime) -> None:
    """She has a place: with the calendar file."""
    _send(PLACE_HELD, booking, PlaceContext(**_said(booking, by=by)), by=by, at=at, method=Method.REQUEST)


def tell_waiting(booking: Booking, *, by: Actor, at: datetime) -> None:
    """She is on the waiting list, and which number she is."""
    _send(PLACE_WAITING, booking, QueueContext(number=queue_place(booking), **_said(booking, by=by)), by=by, at=at)


def tell_offered(booking: Booking, until: datetime, *, by: Actor, at: datetime) -> None:
    """A place is kept for her until then."""
    local = timezone.localtime(until)
    words = f"{local.day} {local:%B, %H:%M}"
    _send(PLACE_OFFERED, booking, UntilContext(until=words, **_said(booking, by=by)), by=by, at=at)


def tell_lapsed(booking: Booking, *, was_held: bool, by: Actor, at: datetime) -> None:
    """Her time is over and the place went on; a place she held leaves her calendar."""
    method = Method.CANCEL if was_held else None
    _send(PLACE_LAPSED, booking, PlaceContext(**_said(booking, by=by)), by=by, at=at, method=method)


def tell_cancelled(booking: Booking, *, was_held: bool, by: Actor, at: datetime) -> None:
    """Her place is cancelled; one she held leaves her calendar."""
    method = Method.CANCEL if was_held else None
    _send(PLACE_CANCELLED, booking, PlaceContext(**_said(booking, by=by)), by=by, at=at, method=method)


def tell_event_changed(booking: Booking, gone: Sequence[CalendarDay], *, by: Actor, at: datetime) -> None:
    """The event's days or place are others now; `gone` are days there are no longer, to leave her calendar."""
    context = PlaceContext(**_said(booking, by=by))
    method = Method.REQUEST if booking.is_held else None
    _send(EVENT_CHANGED, booking, context, by=by, at=at, method=method, gone=gone)


def tell_event_cancelled(booking: Booking, reason: str, *, was_held: bool, by: Actor, at: datetime) -> None:
    """The academy cancelled the event, and why."""
    context = ReasonContext(reason=reason, **_said(booking, by=by))
    method = Method.CANCEL if was_held else None
    _send(EVENT_CANCELLED, booking, context, by=by, at=at, method=method)


def _said(booking: Booking, *, by: Actor) -> dict[str, Any]:
    event = booking.event
    is_another = by.person_id not in (None, booking.person_id)
    return {
        "event": event.name,
        "days": tuple(day_words(day) for day in event.days.all()),
        "place": event.place,
        "who": by.label if is_another else "",
        "url": booking.get_absolute_url(),
    }


def _send(
    kind: NoticeKind,
    booking: Booking,
    context: PlaceContext,
    *,
    by: Actor,
    at: datetime,
    method: Method | None = None,
    gone: Sequence[CalendarDay] = (),
) -> None:
    attached = None
    if method is not None:
        invitation = invitation_of(booking)
        invitation = replace(invitation, days=(*invitation.days, *gone))
        text = calendar_file(invitation, method=method, at=at)
        attached = Attachment(FILE_NAME, f"text/calendar; method={method}", text)
    context = replace(context, has_file=attached is not None)
    notices.send(kind=kind, to=booking.person, context=context, by=by, at=at, attached=attached)
