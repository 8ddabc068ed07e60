"""Whose permission a second job needs, what a week comes to, and until when a permission holds."""

from datetime import date
from decimal import Decimal

import pytest

from academy.people.choices.second_jobs import PermittedBy
from academy.people.rules.second_jobs import (
    Pay,
    Threshold,
    Week,
    asked_of,
    can_declare,
    can_work,
    contract_hours,
    hours,
    renewed_by,
)

MANAGER, CHIEF = PermittedBy.LINE_MANAGER, PermittedBy.CHIEF_OFFICER
AT_CHIEF, AT_MANAGER = Threshold("BG9", 28, CHIEF), Threshold("BG9", 28, MANAGER)
DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("pay", "at_chief", "at_manager"),
    [
        (Pay("BG9", 0, 27), MANAGER, MANAGER),
        (Pay("BG9", 0, 28), CHIEF, MANAGER),
        (Pay("BG9", 0, 29), CHIEF, CHIEF),
        (Pay("BG8", -1, 30), MANAGER, MANAGER),
        (Pay("BG10", 1, 20), CHIEF, CHIEF),
        (Pay("BG14", 5, None), CHIEF, CHIEF),
        (Pay("BG9", 0, None), CHIEF, CHIEF),
        (Pay("", None, 20), CHIEF, CHIEF),
        (Pay("X", None, None), CHIEF, CHIEF),
    ],
)
def test_permission_by_grade_and_point(pay, at_chief, at_manager):
    assert [asked_of(pay, each).permitted_by for each in (AT_CHIEF, AT_MANAGER)] == [at_chief, at_manager]


@pytest.mark.parametrize("pay", [Pay("BG9", 0, 27), Pay("BG14", 5, None), Pay()])
def test_line_manager_permits_everything_where_there_is_no_threshold(pay):
    assert asked_of(pay, None).permitted_by == MANAGER


@pytest.mark.parametrize(
    ("pay", "because"),
    [
        (Pay("BG9", 0, 27), "You are below spinal point 28 of BG9."),
        (Pay("BG9", 0, 28), "You are exactly at spinal point 28 of BG9."),
        (Pay("BG10", 1, 20), "You are above spinal point 28 of BG9."),
        (
            Pay("BG9", 0, None),
            "It is not known here whether you are above spinal point 28 of BG9, so the chief officer decides.",
        ),
    ],
)
def test_permission_says_why(pay, because):
    assert asked_of(pay, AT_CHIEF).because == because


@pytest.mark.parametrize(
    ("fte", "expected"), [("1", "37.00"), ("0.6", "22.20"), ("0.01", "0.37"), ("0", "0.00"), ("1.5", "55.50")]
)
def test_hours_of_the_contract_are_the_share_of_full_time(fte, expected):
    assert str(contract_hours(Decimal(fte), Decimal(37))) == expected


@pytest.mark.parametrize(
    ("contract", "declared", "others", "allowed"),
    [("37", "11", "0", True), ("37", "11.01", "0", False), ("37", "13", "0", False), ("22.2", "20", "6", False)],
)
def test_week_of_more_than_48_hours_is_not_worked(contract, declared, others, allowed):
    week = Week(Decimal(contract), Decimal(declared), Decimal(others), most=Decimal(48))
    assert can_work(week).allowed is allowed


def test_too_long_a_week_is_refused_with_both_numbers():
    week = Week(Decimal("37.00"), Decimal("13.00"), Decimal(0), most=Decimal(48))
    assert can_work(week).reason == "This comes to 50 hours a week over all jobs; at most 48 hours are allowed."


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"hours": Decimal("0.25")}, None),
        ({"hours": Decimal(100)}, None),
        ({"hours": Decimal("0.24")}, "hours"),
        ({"hours": Decimal("100.01")}, "hours"),
        ({"until_on": DAY}, None),
        ({"until_on": date(2026, 11, 22)}, "until_on"),
    ],
)
def test_declaration_has_hours_and_days_in_order(given, field):
    decision = can_declare(**{"hours": Decimal(8), "from_on": DAY, "until_on": None, **given})
    assert (decision.allowed, getattr(decision, "field", None)) == (field is None, field)


@pytest.mark.parametrize(
    ("decided_on", "months", "expected"),
    [
        (date(2026, 11, 23), 12, date(2027, 11, 23)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 3, 28), 12, date(2028, 3, 28)),
    ],
)
def test_permission_holds_for_calendar_months(decided_on, months, expected):
    assert renewed_by(decided_on, months) == expected


@pytest.mark.parametrize(
    ("number", "words"), [("1.00", "1 hour"), ("50.00", "50 hours"), ("7.50", "7.5 hours"), ("100", "100 hours")]
)
def test_hours_in_words(number, words):
    assert hours(Decimal(number)) == words
