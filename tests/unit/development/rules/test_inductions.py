from datetime import date

import pytest

from academy.development.choices.inductions import EarlierState
from academy.development.rules.inductions import Due, Tick, can_sign, due_on, moved
from academy.people.rules.spans import Span

JOINED, PLANNED, TODAY = date(2026, 1, 12), date(2026, 7, 12), date(2026, 11, 17)
MAY = Span(date(2026, 5, 1), date(2026, 5, 20))


@pytest.mark.parametrize(
    ("joined_on", "months", "due"),
    [
        (date(2026, 9, 1), 6, date(2027, 3, 1)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 6, date(2024, 8, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_due_day_is_so_many_calendar_months_after_joining(joined_on, months, due):
    assert due_on(joined_on, months=months) == due


@pytest.mark.parametrize(
    ("away", "over_days", "due", "days"),
    [
        ([], 0, PLANNED, 0),
        ([Span(date(2026, 3, 2), date(2026, 3, 2))], 0, date(2026, 7, 13), 1),
        ([MAY], 0, date(2026, 8, 1), 20),
        ([MAY], 19, date(2026, 8, 1), 20),
        ([MAY], 20, PLANNED, 0),
        # Two weeks of leave after ten days of sickness are one stretch; a day between makes two.
        ([MAY, Span(date(2026, 5, 21), date(2026, 5, 25))], 20, date(2026, 8, 6), 25),
        ([MAY, Span(date(2026, 5, 22), date(2026, 5, 26))], 20, PLANNED, 0),
        # The same days entered twice count once.
        ([MAY, Span(date(2026, 5, 10), date(2026, 5, 12))], 0, date(2026, 8, 1), 20),
        # Before she joined nothing counts; of a stretch across the first day only what is after it.
        ([Span(date(2025, 12, 1), date(2026, 1, 11))], 0, PLANNED, 0),
        ([Span(date(2025, 12, 1), date(2026, 1, 13))], 0, date(2026, 7, 14), 2),
        # What begins on the moved due day still moves it, what begins after it does not.
        ([MAY, Span(date(2026, 8, 1), date(2026, 8, 10))], 0, date(2026, 8, 11), 30),
        ([MAY, Span(date(2026, 8, 2), date(2026, 8, 10))], 0, date(2026, 8, 1), 20),
        # The change to summer time on 29 March is a day like others, and so is 29 February.
        ([Span(date(2026, 3, 28), date(2026, 3, 30))], 0, date(2026, 7, 15), 3),
        # Without a last day it counts up to today.
        ([Span(date(2026, 7, 1))], 0, date(2026, 11, 29), 140),
    ],
)
def test_time_away_moves_the_due_day(away, over_days, due, days):
    assert moved(PLANNED, joined_on=JOINED, away=away, over_days=over_days, on=TODAY) == Due(due, days)


def test_leap_day_away_is_a_day():
    away = [Span(date(2024, 2, 28), date(2024, 3, 1))]

    found = moved(date(2024, 7, 8), joined_on=date(2024, 1, 8), away=away, over_days=0, on=TODAY)

    assert found == Due(date(2024, 7, 11), 3)


@pytest.mark.parametrize(
    ("due", "months", "says"),
    [
        (Due(PLANNED), 6, "Due 6 months after joining on 12 January 2026."),
        (Due(PLANNED, 1), 1, "Due 1 month after joining on 12 January 2026, moved by 1 day away."),
        (Due(PLANNED, 20), 6, "Due 6 months after joining on 12 January 2026, moved by 20 days away."),
    ],
)
def test_due_day_is_explained(due, months, says):
    assert due.says(joined_on=JOINED, months=months) == says


@pytest.mark.parametrize(
    ("tick", "settled"),
    [
        (Tick(), False),
        (Tick(own_on=JOINED), False),
        (Tick(own_on=JOINED, manager_on=JOINED), True),
        (Tick(earlier=EarlierState.OFFERED), False),
        (Tick(earlier=EarlierState.DECLINED), False),
        (Tick(earlier=EarlierState.ACCEPTED), True),
    ],
)
def test_item_is_settled_by_both_or_by_earlier_learning(tick, settled):
    assert tick.is_settled is settled


@pytest.mark.parametrize(
    ("unsettled", "has_signed", "reason"),
    [
        (0, False, ""),
        (1, False, "1 thing is not settled yet: each is ticked by both of you, or accepted as learnt before."),
        (3, False, "3 things are not settled yet: each is ticked by both of you, or accepted as learnt before."),
        (0, True, "You have signed. It is complete once the other has signed, too."),
    ],
)
def test_signing_is_open_once_all_is_settled_and_once_to_each(unsettled, has_signed, reason):
    assert can_sign(unsettled=unsettled, has_signed=has_signed).reason == reason
