"""Unbroken service, completed years and their bands."""

from datetime import date

import pytest

from academy.people.rules.service_length import band_of, completed_years, joined_on
from academy.people.rules.spans import Span

LAST = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        ([], None),
        ([Span(date(2027, 1, 1))], None),
        ([Span(date(2020, 1, 1), date(2026, 12, 30))], None),
        ([Span(date(2020, 1, 1))], date(2020, 1, 1)),
        ([Span(date(2020, 1, 1), LAST)], date(2020, 1, 1)),
        ([Span(date(2018, 1, 1), date(2019, 12, 31)), Span(date(2020, 1, 1))], date(2018, 1, 1)),
        ([Span(date(2018, 1, 1), date(2019, 12, 30)), Span(date(2020, 1, 1))], date(2020, 1, 1)),
        ([Span(date(2018, 1, 1), date(2022, 12, 31)), Span(date(2020, 1, 1))], date(2018, 1, 1)),
        ([Span(date(2020, 1, 1)), Span(date(2020, 1, 1), date(2020, 2, 1))], date(2020, 1, 1)),
        (
            [
                Span(date(2012, 1, 1), date(2013, 1, 1)),
                Span(date(2018, 1, 1), date(2019, 1, 1)),
                Span(date(2019, 1, 2)),
            ],
            date(2018, 1, 1),
        ),
    ],
)
def test_unbroken_service_begins_with_the_first_post_without_a_day_between(posts, expected):
    assert joined_on(posts, LAST) == expected


@pytest.mark.parametrize(
    ("joined", "last", "years"),
    [
        (date(2020, 3, 1), date(2023, 2, 28), 3),
        (date(2020, 3, 1), date(2023, 2, 27), 2),
        (date(2020, 2, 29), date(2021, 2, 26), 0),
        (date(2020, 2, 29), date(2021, 2, 27), 1),
        (date(2026, 12, 31), LAST, 0),
    ],
)
def test_year_is_completed_on_the_day_before_its_anniversary(joined, last, years):
    assert completed_years(joined, last) == years


@pytest.mark.parametrize(
    ("joined", "words", "is_watched"),
    [
        (date(2026, 1, 2), "Under a year", False),
        (date(2026, 1, 1), "1 to 3 years", False),
        (date(2024, 1, 2), "1 to 3 years", False),
        (date(2024, 1, 1), "3 to 5 years", True),
        (date(2022, 1, 2), "3 to 5 years", True),
        (date(2022, 1, 1), "5 to 10 years", False),
        (date(2017, 1, 2), "5 to 10 years", False),
        (date(2017, 1, 1), "10 years and more", False),
    ],
)
def test_bands_of_service(joined, words, is_watched):
    band = band_of(joined, LAST)
    assert (band.words, band.is_watched) == (words, is_watched)
