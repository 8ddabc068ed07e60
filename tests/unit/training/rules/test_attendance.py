from datetime import date

import pytest

from academy.training.choices import BookingState, EventState, Mark
from academy.training.rules.attendance import can_close, can_mark, outcome

PRESENT, LATE, PART, ABSENT = Mark.PRESENT, Mark.LATE, Mark.PART, Mark.ABSENT
DAY = date(2026, 12, 8)


@pytest.mark.parametrize(
    ("marks", "days", "expected"),
    [
        ([PRESENT], 1, BookingState.ATTENDED),
        ([LATE], 1, BookingState.ATTENDED),
        ([PART], 1, BookingState.PART),
        ([ABSENT], 1, BookingState.NO_SHOW),
        ([], 1, BookingState.NO_SHOW),
        ([PRESENT, LATE], 2, BookingState.ATTENDED),
        ([PRESENT, ABSENT], 2, BookingState.PART),
        ([PRESENT], 2, BookingState.PART),
        ([PART, ABSENT], 2, BookingState.PART),
        ([ABSENT, ABSENT], 2, BookingState.NO_SHOW),
        ([], 0, BookingState.NO_SHOW),
    ],
)
def test_outcome_follows_from_every_day(marks, days, expected):
    assert outcome(marks, days=days) == expected


@pytest.mark.parametrize(
    ("state", "on", "reason"),
    [
        (EventState.OPEN, DAY, ""),
        (EventState.HELD, date(2027, 1, 8), ""),
        (EventState.OPEN, date(2026, 12, 7), "This day is still to come. Mark who is there on the day."),
        (EventState.PLANNED, DAY, "Open the event for booking first."),
        (EventState.CANCELLED, DAY, "This event is cancelled, so nobody was there."),
    ],
)
def test_attendance_is_marked_from_the_day_on(state, on, reason):
    decision = can_mark(state, day_on=DAY, on=on)

    assert (decision.allowed, decision.reason) == (not reason, reason)


@pytest.mark.parametrize(
    ("on", "unmarked", "reason"),
    [
        (DAY, {"8 December 2026": 0}, ""),
        (date(2026, 12, 7), {}, "The event is not over. Close the sheet on its last day, or after it."),
        (
            DAY,
            {"7 December 2026": 2, "8 December 2026": 0, "9 December 2026": 1},
            "Mark everybody first. Still without a mark: 2 on 7 December 2026, 1 on 9 December 2026.",
        ),
    ],
)
def test_sheet_is_closed_on_the_last_day_once_everybody_has_a_mark(on, unmarked, reason):
    decision = can_close(ends_on=DAY, on=on, unmarked=unmarked)

    assert (decision.allowed, decision.reason) == (not reason, reason)
