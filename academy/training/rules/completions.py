"""What taking part makes of somebody: a completion, and until when it counts. Pure."""

from datetime import date

from dateutil.relativedelta import relativedelta

from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.training.choices import BookingState

# Before this year nothing is taken down: a mistyped century, most of the time.
EARLIEST_YEAR = 1970


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
