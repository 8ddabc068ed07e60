"""What taking part makes of somebody: a completion, and until when it counts. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.people.rules.spans import in_words
from academy.training.choices import BookingState
from academy.ui.states import Shape, State

# Before this year nothing is taken down: a mistyped century, most of the time.
EARLIEST_YEAR = 1970
SOON_DAYS = 60


def is_completed(state: str) -> bool:
    """Does a booking in this state make a completion?

    Who was there for a part has learnt something, and her log is offered a draft; what the course asks for she has not
    done. The academy may note a completion where it knows better.
    """
    return state == BookingState.ATTENDED


def valid_until(completed_on: date, valid_months: int | None) -> date | None:
    """The last day a completion counts: the same day of the month, so many calendar months later, or that month's last
    one. None when it counts for good. S0-57: done every year means by the same day next year.
    """
    return completed_on + relativedelta(months=valid_months) if valid_months else None


@dataclass(frozen=True)
class Counting:
    """Whether a completion counts on a day, as a state and a sentence."""

    state: State
    says: str


def counting(*, valid_until: date | None, withdrawn_because: str, on: date) -> Counting:
    """How a completion stands in somebody's record on the day."""
    if withdrawn_because:
        return Counting(State("Taken back", Shape.NOT_YET), withdrawn_because)
    if valid_until is None:
        return Counting(State("Counts", Shape.MET), "For good")
    if valid_until < on:
        return Counting(State("Ran out", Shape.NOT_YET), f"On {in_words(valid_until)}")
    is_soon = valid_until <= on + timedelta(days=SOON_DAYS)
    state = State("Runs out soon", Shape.AGEING) if is_soon else State("Counts", Shape.MET)
    return Counting(state, f"Until {in_words(valid_until)}")


def can_be_completed_on(completed_on: date, *, on: date) -> Decision:
    """May this day be taken down as the day somebody finished?"""
    if completed_on > on:
        return refused("Write a day that has been.")
    if completed_on.year < EARLIEST_YEAR:
        return refused(f"Write a day from {EARLIEST_YEAR} on.")
    return ALLOWED


def origin_of(booking_id: int) -> str:
    """What the draft offered after a booking is named after."""
    return f"training.booking/{booking_id}"
