from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.training.choices import BookingState
from academy.training.rules.completions import can_be_completed_on, counting, is_completed, origin_of, valid_until
from academy.ui.states import Shape, State

TODAY = date(2026, 11, 17)
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))


@pytest.mark.parametrize("state", BookingState.values)
def test_who_attended_has_completed_and_nobody_else(state):
    assert is_completed(state) == (state == "attended")


@pytest.mark.parametrize(
    ("completed_on", "months", "until"),
    [
        (date(2025, 11, 22), 12, date(2026, 11, 22)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 1, 31), None, None),
    ],
)
def test_completion_counts_calendar_months(completed_on, months, until):
    assert valid_until(completed_on, months) == until


@given(completed_on=DAYS, months=st.integers(min_value=1, max_value=120))
def test_last_day_lies_in_the_month_so_many_months_later(completed_on, months):
    until = valid_until(completed_on, months)

    assert (until.year * 12 + until.month) - (completed_on.year * 12 + completed_on.month) == months
    assert until.day <= completed_on.day


@pytest.mark.parametrize(
    ("completed_on", "reason"),
    [
        (TODAY, ""),
        (date(1970, 1, 1), ""),
        (date(2026, 11, 18), "Write a day that has been."),
        (date(1926, 11, 17), "Write a day from 1970 on."),
    ],
)
def test_day_of_completion_has_been(completed_on, reason):
    decision = can_be_completed_on(completed_on, on=TODAY)

    assert (decision.allowed, decision.reason) == (not reason, reason)


def test_draft_is_named_after_its_booking():
    assert origin_of(12) == "training.booking/12"


@pytest.mark.parametrize(
    ("until", "because", "word", "shape", "says"),
    [
        (None, "", "Counts", Shape.MET, "For good"),
        (date(2027, 1, 17), "", "Counts", Shape.MET, "Until 17 January 2027"),
        (date(2027, 1, 16), "", "Runs out soon", Shape.AGEING, "Until 16 January 2027"),
        (TODAY, "", "Runs out soon", Shape.AGEING, "Until 17 November 2026"),
        (date(2026, 11, 16), "", "Ran out", Shape.NOT_YET, "On 16 November 2026"),
        (None, "Wrong person.", "Taken back", Shape.NOT_YET, "Wrong person."),
    ],
)
def test_completion_counts_until_its_last_day(until, because, word, shape, says):
    found = counting(valid_until=until, withdrawn_because=because, on=TODAY)

    assert (found.state, found.says) == (State(word, shape), says)
