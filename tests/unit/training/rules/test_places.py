from datetime import UTC, date, datetime, timedelta

import pytest

from academy.training.choices import BookingState, EventState
from academy.training.rules.places import (
    Seats,
    can_book,
    can_have,
    has_begun,
    is_late,
    last_day_in_time,
    leaving,
    offer_until,
)

AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)
ANOTHER_DATE = "Look for another date of the course."


@pytest.mark.parametrize(
    ("seats", "left", "is_free"),
    [
        (Seats(2), 2, True),
        (Seats(2, taken=1), 1, True),
        (Seats(2, taken=2), 0, False),
        (Seats(2, taken=3), 0, False),
        (Seats(2, taken=1, waiting=1), 1, False),
    ],
)
def test_seat_is_free_when_one_is_left_and_nobody_waits(seats, left, is_free):
    assert (seats.left, seats.is_free) == (left, is_free)


@pytest.mark.parametrize(
    ("state", "begins_in", "reason"),
    [
        (EventState.OPEN, timedelta(seconds=1), ""),
        (EventState.OPEN, None, ""),
        (EventState.OPEN, timedelta(0), f"This event has begun. {ANOTHER_DATE}"),
        (EventState.PLANNED, timedelta(1), "This event is not open for booking yet. Ask the academy when it will be."),
        (EventState.HELD, timedelta(1), f"This event is over. {ANOTHER_DATE}"),
        (EventState.CANCELLED, timedelta(1), f"This event is cancelled. {ANOTHER_DATE}"),
    ],
)
def test_event_is_booked_while_it_is_open_and_has_not_begun(state, begins_in, reason):
    decision = can_book(state, begins_at=None if begins_in is None else AT + begins_in, at=AT)

    assert (decision.allowed, decision.reason) == (not reason, reason)


def test_event_begins_at_its_first_moment():
    assert [has_begun(AT + timedelta(seconds=late), at=AT) for late in (1, 0, -1)] == [False, True, True]
    assert not has_begun(None, at=AT)


@pytest.mark.parametrize(
    ("begins_in", "expected"),
    [(None, timedelta(hours=48)), (timedelta(hours=47), timedelta(hours=47)), (timedelta(days=9), timedelta(hours=48))],
)
def test_offer_stands_for_its_hours_and_never_after_the_beginning(begins_in, expected):
    begins_at = None if begins_in is None else AT + begins_in

    assert offer_until(AT, hours=48, begins_at=begins_at) == AT + expected


@pytest.mark.parametrize(
    ("on", "late"),
    [(date(2026, 12, 3), False), (date(2026, 12, 4), True), (date(2026, 12, 8), True)],
)
def test_cancelling_is_in_time_up_to_so_many_days_before(on, late):
    assert is_late(date(2026, 12, 8), on=on, days=5) is late
    assert last_day_in_time(date(2026, 12, 8), days=5) == date(2026, 12, 3)


def test_cancelling_is_in_time_across_the_end_of_february():
    assert last_day_in_time(date(2028, 3, 2), days=2) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("has_place", "clashing", "who", "reason"),
    [
        (False, "", "You", ""),
        (True, "", "You", "You have a place with this event already, or have asked for one."),
        (True, "", "Ann Lee", "Ann Lee has a place with this event already, or has asked for one."),
        (
            False,
            "“MCA”",
            "You",
            "You hold a place with “MCA”, which is at the same time. Cancel that one first.",
        ),
        (
            False,
            "another event",
            "Ann Lee",
            "Ann Lee holds a place with another event, which is at the same time. Cancel that one first.",
        ),
    ],
)
def test_second_place_and_one_at_the_same_time_are_refused(has_place, clashing, who, reason):
    decision = can_have(has_place=has_place, clashing=clashing, who=who)

    assert (decision.allowed, decision.reason) == (not reason, reason)


@pytest.mark.parametrize(
    ("state", "act"),
    [
        (BookingState.WAITING, "Leave the waiting list"),
        (BookingState.OFFERED, "Decline the place"),
        (BookingState.HELD, "Cancel this place"),
        (BookingState.LAPSED, "Cancel this place"),
    ],
)
def test_giving_up_is_called_by_what_she_has(state, act):
    assert leaving(state).act == act
