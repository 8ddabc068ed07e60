"""What may be said in an exit interview, staying after all, turnover, and staying after qualifying."""

from datetime import date
from decimal import Decimal

import pytest

from academy.people.rules.leaving import can_be_said, can_have_been_held, can_stay, turnover
from academy.people.rules.qualifying import Qualified, Retention, can_begin, can_end, retention

DAY = date(2026, 11, 23)
BEFORE, AFTER = date(2026, 11, 22), date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, None),
        ({"reasons": ["not_said"]}, None),
        ({"destination": "council"}, None),
        ({"words": "x" * 5000}, None),
        ({"reasons": []}, "reasons"),
        ({"reasons": ["weather"]}, "reasons"),
        ({"reasons": ["pay", "not_said"]}, "reasons"),
        ({"destination": "mars"}, "destination"),
        ({"words": "x" * 5001}, "words"),
    ],
)
def test_reasons_are_known_and_prefer_not_to_say_stands_alone(said, field):
    decision = can_be_said(**{"reasons": ["pay"], "destination": "", "words": "", **said})
    assert (decision.allowed, getattr(decision, "field", None)) == (field is None, field)


@pytest.mark.parametrize(("held_on", "allowed"), [(BEFORE, True), (DAY, True), (AFTER, False)])
def test_interview_is_written_down_after_it_was_held(held_on, allowed):
    assert can_have_been_held(held_on, today=DAY).allowed is allowed


@pytest.mark.parametrize(("last_on", "allowed"), [(AFTER, True), (DAY, True), (BEFORE, False)])
def test_somebody_stays_until_her_last_day_is_over(last_on, allowed):
    assert can_stay(last_on, today=DAY).allowed is allowed


@pytest.mark.parametrize(
    ("leavers", "start", "end", "expected"),
    [(12, 100, 100, "12.0"), (5, 30, 33, "15.9"), (0, 10, 10, "0.0"), (3, 3, 0, "200.0"), (0, 0, 0, None)],
)
def test_turnover_is_of_the_average_of_two_days(leavers, start, end, expected):
    found = turnover(leavers, at_start=start, at_end=end)
    assert found == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, None),
        ({"profession": "occupational_therapist"}, None),
        ({"expected_on": DAY}, None),
        ({"profession": "support_worker"}, "towards"),
        ({"is_registered": False}, "towards"),
        ({"expected_on": BEFORE}, "expected_on"),
    ],
)
def test_support_leads_to_social_work_or_occupational_therapy(given, field):
    asked = {"profession": "social_worker", "is_registered": True, "from_on": DAY, "expected_on": None}
    decision = can_begin(**{**asked, **given})
    assert (decision.allowed, getattr(decision, "field", None)) == (field is None, field)


@pytest.mark.parametrize(
    ("on", "is_open", "expected"),
    [
        (DAY, True, ""),
        (DAY, False, "This has ended already."),
        (date(2026, 10, 31), True, "The support began on 1 November 2026. Give that day or a later one."),
        (AFTER, True, "This day is still to come."),
    ],
)
def test_support_ends_once_between_its_first_day_and_today(on, is_open, expected):
    assert can_end(from_on=date(2026, 11, 1), on=on, today=DAY, is_open=is_open).reason == expected


def test_staying_is_counted_of_those_of_whom_it_can_be_told():
    people = [
        Qualified(date(2024, 2, 29)),
        Qualified(date(2024, 2, 29), left_on=date(2025, 2, 27)),
        Qualified(date(2024, 2, 29), left_on=date(2025, 2, 28)),
        Qualified(date(2025, 11, 24)),
        Qualified(date(2021, 11, 23)),
    ]
    assert retention(people, on=DAY) == [Retention(1, 4, 3), Retention(2, 4, 2), Retention(3, 1, 1), Retention(5, 1, 1)]
