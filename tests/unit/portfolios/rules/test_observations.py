from datetime import date

import pytest

from portfolios.rules.observations import (
    called,
    called_in_full,
    can_be_planned,
    can_have_been,
    doubts,
    is_not_her_manager,
    known_of,
)

ON = date(2026, 11, 17)
AFAR = "Choose a day within a year of today."
REGISTERED = "No live registration of Tom Hale as a social worker is known here."
STAGE_TWO = "No stage 2 award of Tom Hale as a practice educator is known here."


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2025, 11, 16), ""),
        (date(2025, 11, 15), AFAR),
        (ON, ""),
        (date(2027, 11, 18), ""),
        (date(2027, 11, 19), AFAR),
    ],
)
def test_day_to_plan_lies_within_a_year(day, reason):
    assert can_be_planned(day, on=ON).reason == reason


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (ON, ""),
        (date(2026, 11, 18), "This day is still to come. Write the day on which you observed."),
        (date(2024, 2, 29), AFAR),
    ],
)
def test_day_it_was_is_not_to_come(day, reason):
    assert can_have_been(day, on=ON).reason == reason


def test_who_is_not_the_line_manager_is_said_with_the_day():
    said = is_not_her_manager("Tom Hale", whose="your", day=ON)

    assert said == "Tom Hale is not your line manager on 17 November 2026, nor stands in for them."


@pytest.mark.parametrize(("title", "words"), [("  ", "A visit"), (" First visit ", "First visit")])
def test_piece_without_a_title_is_called_by_its_setting(title, words):
    assert called(title, "visit") == words


@pytest.mark.parametrize(("title", "words"), [("A visit", "A visit"), ("First visit", "A visit: First visit")])
def test_setting_is_said_once(title, words):
    assert called_in_full(title, "visit") == words


@pytest.mark.parametrize(
    ("setting", "relation", "is_registered", "is_stage_two", "found"),
    [
        ("visit", "social_worker", False, False, (REGISTERED,)),
        ("visit", "assessor", False, False, (REGISTERED,)),
        ("visit", "social_worker", True, False, ()),
        ("visit", "line_manager", False, False, ()),
        ("visit", "practice_educator", False, False, ()),
        ("student", "practice_educator", False, False, (STAGE_TWO,)),
        ("student", "practice_educator", False, True, ()),
        ("student", "line_manager", True, False, ()),
    ],
)
def test_what_is_not_known_is_said_where_it_matters(setting, relation, is_registered, is_stage_two, found):
    """Supervision of a student is to be observed by a stage 2 practice educator (S2-157)."""
    known = {"is_registered": is_registered, "is_stage_two": is_stage_two}

    assert doubts("Tom Hale", setting=setting, relation=relation, **known) == found


def test_line_below_a_name_says_what_is_known_and_what_is_not():
    lines = [
        known_of("Lead, North", is_manager=True, is_registered=True, is_stage_two=True),
        known_of("", is_manager=False, is_registered=False, is_stage_two=False),
    ]

    assert lines == [
        "Lead, North, line manager, registered social worker, stage 2 practice educator",
        "no live social work registration known here",
    ]
