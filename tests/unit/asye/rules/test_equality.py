"""What a year counts as, and which years are told together."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asye.rules.equality import RESULTS, Stretch, Year, came, hours, qualified, stretches

YEAR = Year(
    state="active",
    outcome="",
    starts_on=date(2025, 9, 1),
    qualified_on=date(2025, 7, 1),
    fte=Decimal(1),
    ends_on=date(2026, 9, 1),
    is_extended=False,
    is_paused=False,
)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, ("Not ended", "As first planned", "12 months")),
        ({"state": "decided", "outcome": "pass", "is_paused": True}, ("Passed", "Paused or put off", "12 months")),
        ({"state": "decided", "outcome": "fail", "is_extended": True}, ("Not passed", "Extended", "12 months")),
        ({"state": "withdrawn", "ends_on": None}, ("Withdrawn", "As first planned", "No date")),
        ({"state": "deferred", "ends_on": date(2027, 3, 1)}, ("Not ended", "Paused or put off", "Up to 18 months")),
        (
            {"is_extended": True, "is_paused": True, "ends_on": date(2027, 3, 2)},
            ("Not ended", "Extended", "Longer"),
        ),
    ],
)
def test_year_counts_once_for_each_question(said, words):
    places = came(replace(YEAR, **said))

    assert tuple(results.words[place] for results, place in zip(RESULTS, places, strict=True)) == words


@pytest.mark.parametrize(
    ("fte", "qualified_on", "groups"),
    [("1.00", date(2023, 9, 1), (0, 0)), ("0.99", date(2023, 8, 31), (1, 1))],
)
def test_year_is_grouped_by_hours_and_by_two_years_since_qualifying(fte, qualified_on, groups):
    year = replace(YEAR, fte=Decimal(fte), qualified_on=qualified_on)

    assert (hours(year), qualified(year)) == groups


@pytest.mark.parametrize(
    ("begun", "found"),
    [
        ({}, []),
        ({2025: 40}, [Stretch(2025, 2025)]),
        ({2026: 40}, [Stretch(2026, 2026)]),
        ({2024: 30, 2025: 40}, [Stretch(2025, 2025), Stretch(2024, 2024)]),
        ({2023: 10, 2024: 20, 2025: 29}, [Stretch(2023, 2025)]),
        ({2023: 10, 2024: 20, 2025: 30, 2026: 80}, [Stretch(2025, 2026), Stretch(2023, 2024)]),
        ({2022: 10, 2024: 20, 2026: 5}, [Stretch(2022, 2026)]),
    ],
)
def test_years_are_told_together_until_enough_began_and_they_are_over(begun, found):
    assert stretches(begun, current=2026) == found


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.integers(2018, 2027), st.integers(1, 60)))
def test_every_year_is_in_exactly_one_stretch(begun):
    found = stretches(begun, current=2026)

    assert [sum(each.holds(date(year, 4, 1)) for each in found) for year in begun] == [1] * len(begun)


def test_financial_year_begins_in_april():
    stretch = Stretch(2024, 2025)

    assert [
        stretch.holds(day) for day in (date(2024, 3, 31), date(2024, 4, 1), date(2026, 3, 31), date(2026, 4, 1))
    ] == [
        False,
        True,
        True,
        False,
    ]
    assert (stretch.code, stretch.words) == ("2024-2026", "April 2024 to March 2026")
