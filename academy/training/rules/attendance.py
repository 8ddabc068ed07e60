"""What became of a booking, from how somebody was there on each of the days. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.training.choices import BookingState, EventState, Mark

THERE = (Mark.PRESENT, Mark.LATE)
# After the last day of an event: long enough for a question about how it went, no longer.
ACCESS_NEEDS_KEPT_DAYS = 30


def outcome(marks: Sequence[Mark], *, days: int) -> BookingState:
    """Attended: there on every day, late or not. Did not come: absent on every day. Anything between is in part.

    A day without a mark counts as absent.
    """
    there = sum(mark in THERE for mark in marks)
    if days and there == days:
        return BookingState.ATTENDED
    if not there and Mark.PART not in marks:
        return BookingState.NO_SHOW
    return BookingState.PART


def can_mark(state: EventState, *, day_on: date, on: date) -> Decision:
    """May attendance of a day be marked? From the day itself on, also to correct it after the sheet was closed."""
    if state == EventState.CANCELLED:
        return refused("This event is cancelled, so nobody was there.")
    if state == EventState.PLANNED:
        return refused("Open the event for booking first.")
    if on < day_on:
        return refused("This day is still to come. Mark who is there on the day.")
    return ALLOWED


def can_close(*, ends_on: date, on: date, unmarked: Mapping[str, int]) -> Decision:
    """May the sheet be closed? Not before the last day, and not while somebody has no mark for a day. `unmarked` says
    by the day, in words, how many."""
    if on < ends_on:
        return refused("The event is not over. Close the sheet on its last day, or after it.")
    open_days = [f"{count} on {day}" for day, count in unmarked.items() if count]
    if open_days:
        return refused(f"Mark everybody first. Still without a mark: {', '.join(open_days)}.")
    return ALLOWED
