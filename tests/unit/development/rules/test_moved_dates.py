from datetime import date

import pytest

from academy.development.rules.moved_dates import moved_by_absence
from academy.people.rules.spans import Span

DUE, SINCE, TODAY = date(2027, 3, 31), date(2026, 4, 1), date(2026, 11, 17)

CASES = {
    "nobody away": ([], DUE),
    "27 days are too few": ([Span(date(2026, 6, 1), date(2026, 6, 27))], DUE),
    "28 days move by 28": ([Span(date(2026, 6, 1), date(2026, 6, 28))], date(2027, 4, 28)),
    "over the change of the clock": ([Span(date(2026, 10, 12), date(2026, 11, 8))], date(2027, 4, 28)),
    "two that touch are one": (
        [Span(date(2026, 6, 15), date(2026, 6, 28)), Span(date(2026, 6, 1), date(2026, 6, 14))],
        date(2027, 4, 28),
    ),
    "two that overlap count their days once": (
        [Span(date(2026, 6, 1), date(2026, 6, 28)), Span(date(2026, 6, 10), date(2026, 6, 20))],
        date(2027, 4, 28),
    ),
    "a day apart they are two": (
        [Span(date(2026, 6, 1), date(2026, 6, 14)), Span(date(2026, 6, 16), date(2026, 6, 29))],
        DUE,
    ),
    "over before the time began": ([Span(date(2026, 1, 1), date(2026, 3, 31))], DUE),
    "only days since the time began": ([Span(date(2026, 3, 1), date(2026, 4, 10))], date(2027, 4, 10)),
    "after it was due": ([Span(date(2027, 4, 1), date(2027, 6, 30))], DUE),
    "begins in the time won by another": (
        [Span(date(2026, 6, 1), date(2026, 6, 28)), Span(date(2027, 4, 20), date(2027, 5, 17))],
        date(2027, 5, 26),
    ),
    "without an end up to today": ([Span(date(2026, 10, 1))], date(2027, 5, 18)),
    "without an end and begun too lately": ([Span(date(2026, 11, 10))], DUE),
    "without an end and not begun": ([Span(date(2026, 12, 1))], DUE),
}


@pytest.mark.parametrize(("absences", "expected"), CASES.values(), ids=CASES.keys())
def test_due_day_moves_by_long_absences(absences, expected):
    assert moved_by_absence(DUE, absences, since=SINCE, on=TODAY, least_days=28) == expected


@pytest.mark.parametrize(
    ("due", "days", "expected"),
    [
        (date(2028, 2, 1), 28, date(2028, 2, 29)),
        (date(2027, 2, 1), 28, date(2027, 3, 1)),
        (date(2026, 10, 25), 30, date(2026, 11, 24)),
    ],
)
def test_day_moves_over_leap_days_month_ends_and_the_clock(due, days, expected):
    away = Span(date(2026, 6, 1), date(2026, 6, days))
    assert moved_by_absence(due, [away], since=SINCE, on=TODAY, least_days=28) == expected
