from datetime import date
from itertools import permutations

import pytest

from academy.people.rules.grades import (
    MOST_DECISION,
    MOST_REASON,
    Given,
    GradeSpell,
    can_be_given,
    has_decision,
    has_reason,
    spells_of,
)

DAY = date(2027, 7, 1)
LEVEL_2 = Given((10, 2), "BG10, Level 2")
ASYE = GradeSpell(1, (10, 1), "BG10, ASYE", date(2023, 9, 1), date(2024, 8, 31), reason="Joined")
FIRST = GradeSpell(1, (10, 2), "BG10, Level 1", date(2024, 9, 1), date(2025, 3, 31), rests_on="ASYE passed")
MOVED = GradeSpell(1, (10, 2), "BG10, Level 1", date(2025, 4, 1), None, reason="Moved team")
ELSEWHERE = GradeSpell(2, (10, 2), "BG10, Level 1", date(2025, 4, 1), None)


def test_another_grade_or_level_in_force_can_be_given():
    for present in ((9, None), (10, 1), (10, None), (None, None)):
        assert can_be_given(LEVEL_2, present=present, from_on=DAY).allowed


def test_same_grade_and_level_is_refused():
    decision = can_be_given(LEVEL_2, present=(10, 2), from_on=DAY)

    assert decision.reason == "She is on BG10, Level 2 already. Choose another grade or level."


@pytest.mark.parametrize(("withdrawn_on", "allowed"), [(date(2027, 7, 1), False), (date(2027, 7, 2), True)])
def test_grade_is_given_until_the_day_before_it_is_withdrawn(withdrawn_on, allowed):
    given = Given((12, None), "BG12", withdrawn_on)

    assert can_be_given(given, present=(11, None), from_on=DAY).allowed is allowed


@pytest.mark.parametrize(
    ("judge", "words", "reason"),
    [
        (has_reason, "Panel: progress", ""),
        (has_reason, " ", "Give a reason. She and her manager read it."),
        (has_reason, "a" * (MOST_REASON + 1), "Use at most 200 characters. You have 201."),
        (has_decision, "Panel of 17 June 2027", ""),
        (has_decision, "", "Say which decision it rests on: the panel, appraisal or interview, with its day."),
        (has_decision, "a" * (MOST_DECISION + 1), "Use at most 160 characters. You have 161."),
    ],
)
def test_change_has_a_reason_and_a_decision_of_a_line_each(judge, words, reason):
    assert judge(words).reason == reason


def test_change_of_team_is_no_change_of_grade_in_whatever_order_rows_come():
    whole = GradeSpell(1, (10, 2), "BG10, Level 1", date(2024, 9, 1), None, rests_on="ASYE passed")

    assert [spells_of(rows) for rows in permutations([ASYE, FIRST, MOVED])] == [[whole, ASYE]] * 6


def test_posts_stand_apart_and_stretches_without_a_grade_are_left_out():
    ungraded = GradeSpell(2, (None, None), "", date(2024, 9, 1), date(2025, 3, 31))

    assert spells_of([ungraded, ELSEWHERE, ASYE]) == [ELSEWHERE, ASYE]


def test_grade_held_again_after_a_gap_is_a_new_stretch():
    later = GradeSpell(1, (10, 1), "BG10, ASYE", date(2025, 1, 1), None)

    assert spells_of([ASYE, later]) == [later, ASYE]
