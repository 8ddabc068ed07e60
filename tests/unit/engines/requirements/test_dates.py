from datetime import date

import pytest

from academy.engines.requirements.dates import from_to, last_day, months_later, number_of


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 11, 17), 0, date(2026, 11, 17)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2025, 2, 28), -12, date(2024, 2, 28)),
    ],
)
def test_month_later_is_the_same_day_or_that_months_last(day, months, expected):
    assert months_later(day, months) == expected


@pytest.mark.parametrize(
    ("until", "months", "expected"),
    [
        (None, None, None),
        (date(2026, 6, 1), None, date(2026, 6, 1)),
        (None, 6, date(2026, 7, 15)),
        (date(2026, 6, 1), 6, date(2026, 6, 1)),
        (date(2026, 8, 1), 6, date(2026, 7, 15)),
    ],
)
def test_last_day_is_the_earlier_of_two(until, months, expected):
    assert last_day(date(2026, 1, 15), until, months=months) == expected


def test_numbers_and_days_are_in_words():
    assert (number_of(1, "month"), number_of(12, "week")) == ("1 month", "12 weeks")
    assert from_to(date(2026, 3, 1), date(2026, 5, 24)) == "from 1 March 2026 to 24 May 2026"
