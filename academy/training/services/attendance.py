"""The attendance sheet: marking who is there, closing it, correcting it, and forgetting access needs afterwards."""

from datetime import datetime, timedelta

from django.utils import timezone

from academy.engines.access.permissions import allows
from academy.engines.audit.commands import Refused, command, record
from academy.engines.workflow.moves import apply
from academy.identity.actor import Actor
from academy.training.choices import BookingState, EventState, Mark
from academy.training.models import AttendanceMark, Booking, EventDay, TrainingEvent
from academy.training.rules.attendance import ACCESS_NEEDS_KEPT_DAYS, can_close, can_mark, outcome
from academy.training.rules.event_days import LONDON
from academy.training.selectors.attendance import unmarked_by_day
from academy.training.services.completions import record_attendance
from academy.training.services.places import locked, portal
from academy.training.workflow import BOOKING, EVENT

MOVES = {
    BookingState.ATTENDED: "mark_attended",
    BookingState.PART: "mark_part",
    BookingState.NO_SHOW: "mark_no_show",
}
ON_THE_SHEET = (BookingState.HELD, *MOVES)


@command("training.attendance.mark")
def mark(*, booking: Booking, day: EventDay, mark: Mark, by: Actor, at: datetime) -> AttendanceMark:
    """Note how somebody was there on a day; a second mark for the day replaces the first. After the sheet was closed
    what became of her place follows at once.

    Refuses who does not hold the event, a day to come, a day of another event, and somebody without a place.
    """
    if not allows("training.attendance.keep", by, booking):
        raise Refused("Attendance is marked by the academy and by who holds the event.")
    event = locked(booking.event_id)
    if day.event_id != event.pk:
        raise Refused("Choose a day of this event.")
    booking.refresh_from_db(fields=["state"])
    if booking.state not in ON_THE_SHEET:
        raise Refused("There is no place to mark: it was cancelled meanwhile, or is still only a place in the queue.")
    decision = can_mark(EventState(event.state), day_on=day.starts_at.astimezone(LONDON).date(), on=by.on)
    if not decision.allowed:
        raise Refused(decision.reason)
    values = {"mark": mark, "marked_by_id": by.person_id, "marked_at": at}
    noted, is_new = AttendanceMark.objects.update_or_create(booking=booking, day=day, defaults=values)
    record(noted, changed=() if is_new else ("mark",), about=booking.person_id, organisation=booking.organisation_id)
    if event.state == EventState.HELD and _outcome(booking) != booking.state:
        settle(booking=booking, by=by, at=at)
    return noted


@command("training.attendance.mark_rest")
def mark_rest(*, event: TrainingEvent, day: EventDay, by: Actor, at: datetime) -> TrainingEvent:
    """Note everybody who has no mark for a day as there. Refuses what `mark` refuses."""
    left = Booking.objects.filter(event=event, state=BookingState.HELD).exclude(marks__day=day)
    for booking in left:
        mark(booking=booking, day=day, mark=Mark.PRESENT, by=by, at=at)
    record(event, organisation=event.organisation_id)
    return event


@command("training.attendance.close")
def close(*, event: TrainingEvent, by: Actor, at: datetime) -> TrainingEvent:
    """Close the sheet: each place becomes attended, in part or did not come, and what follows from it happens. Places
    in the queue and offers end.

    Refuses before the last day, and while somebody has no mark for a day.
    """
    current = locked(event.pk)
    decision = can_close(ends_on=current.ends_on, on=by.on, unmarked=unmarked_by_day(current))
    if not decision.allowed:
        raise Refused(decision.reason)
    held = apply(EVENT, "close", current, by=by, at=at)
    for booking in Booking.objects.filter(event=held, state=BookingState.HELD):
        settle(booking=booking, by=by, at=at)
    for booking in Booking.objects.filter(event=held, state__in=(BookingState.WAITING, BookingState.OFFERED)):
        end_unseated(booking=booking, by=portal(by.on), at=at)
    return held


@command("training.attendance.settle")
def settle(*, booking: Booking, by: Actor, at: datetime) -> Booking:
    """Move a place to what its marks say of it; her completion and the draft in her log follow."""
    settled = apply(BOOKING, MOVES[_outcome(booking)], booking, by=by, at=at)
    record_attendance(booking=settled, by=by, at=at)
    return settled


@command("training.booking.end_unseated")
def end_unseated(*, booking: Booking, by: Actor, at: datetime) -> Booking:
    """End a place in the queue, or an offer, of an event that is over."""
    return apply(BOOKING, "cancel", booking, by=by, at=at)


@command("training.booking.forget_needs")
def forget_needs(*, booking: Booking, by: Actor, at: datetime) -> Booking:
    """Empty what somebody needed to take part. Refuses until 30 days after the event (UK GDPR Art 5(1)(e), 9)."""
    past = timezone.localdate(at) - timedelta(days=ACCESS_NEEDS_KEPT_DAYS)
    if not Booking.objects.needing_too_long(past).filter(pk=booking.pk).update(access_needs=""):
        raise Refused("What somebody needs is kept for 30 days after the event, or was removed before.")
    record(booking, changed=("access_needs",), about=booking.person_id, organisation=booking.organisation_id)
    booking.refresh_from_db(fields=["access_needs"])
    return booking


def forget_all_needs(*, at: datetime) -> int:
    """Empty every access need that is kept no longer, each by its own command; returns how many."""
    today = timezone.localdate(at)
    due = Booking.objects.needing_too_long(today - timedelta(days=ACCESS_NEEDS_KEPT_DAYS))
    return sum(_forgotten(booking, by=Actor.system("retention", on=today), at=at) for booking in due)


def _outcome(booking: Booking) -> BookingState:
    marks = [Mark(each) for each in booking.marks.values_list("mark", flat=True)]
    return outcome(marks, days=booking.event.days.count())


def _forgotten(booking: Booking, *, by: Actor, at: datetime) -> bool:
    try:
        forget_needs(booking=booking, by=by, at=at)
    except Refused:  # another worker was quicker
        return False
    return True
