from dataclasses import dataclass
from datetime import date, datetime

import pytest

from academy.development.rules.appraisal_years import AppraisalQuestion
from academy.development.rules.appraisals import (
    ReviewWords,
    answer_faults,
    can_sign_last,
    can_sign_last_as_manager,
    held_reason,
    missing_for_signature,
    part_of,
    planned_reason,
    review_faults,
)
from tests.factories.people import NOW

TODAY = date(2026, 11, 17)
WELL, HARD = (AppraisalQuestion(code, f"{code}?", "person", ("review",)) for code in ("well", "hard"))


@dataclass
class Meeting:
    held_on: date | None = None
    own_signed_at: datetime | None = None
    manager_signed_at: datetime | None = None


@pytest.mark.parametrize(
    ("meeting", "own", "managers"),
    [
        (Meeting(), False, False),
        (Meeting(own_signed_at=NOW), False, True),
        (Meeting(manager_signed_at=NOW), True, False),
    ],
)
def test_last_signature_follows_the_others(meeting, own, managers):
    assert (can_sign_last(meeting).allowed, can_sign_last_as_manager(meeting).allowed) == (own, managers)


@pytest.mark.parametrize(
    ("answers", "unreviewed", "reason"),
    [
        ({"well": "a", "hard": "b"}, 0, ""),
        ({"well": "a"}, 0, "1 question is not answered in your part: “hard?” Write at least a line, then sign."),
        ({"hard": " "}, 3, "2 questions are not answered in your part: “well?” Write at least a line, then sign."),
        ({"well": "a", "hard": "b"}, 1, "1 open goal is not reviewed. Say how each stands, then sign."),
        ({"well": "a", "hard": "b"}, 2, "2 open goals are not reviewed. Say how each stands, then sign."),
    ],
)
def test_signature_asks_for_answers_and_reviews(answers, unreviewed, reason):
    assert missing_for_signature(answers, [WELL, HARD], unreviewed=unreviewed).reason == reason


@pytest.mark.parametrize(
    ("held_on", "is_fine"),
    [
        (None, False),
        (TODAY, True),
        (date(2026, 11, 18), False),
        (date(2025, 10, 14), True),
        (date(2025, 10, 12), False),
    ],
)
def test_talk_was_held_on_a_day_that_has_been(held_on, is_fine):
    assert (held_reason(held_on, begun_on=TODAY, on=TODAY) == "") is is_fine


@pytest.mark.parametrize(
    ("planned_on", "is_fine"),
    [(None, True), (TODAY, True), (date(2026, 11, 16), False), (date(2027, 12, 22), True), (date(2027, 12, 23), False)],
)
def test_talk_is_planned_for_a_day_to_come_or_left_open(planned_on, is_fine):
    assert (planned_reason(planned_on, on=TODAY) == "") is is_fine


def test_answers_are_judged_by_what_is_asked():
    said = {"well": "x" * 5_001, "other": "y"}
    assert [fault.field for fault in answer_faults(said, [WELL])] == ["other", "well"]
    assert answer_faults({"well": "x" * 5_000}, [WELL]) == []


def test_review_says_how_a_goal_stands():
    faults = review_faults(ReviewWords(goal_id=7, standing="fine", words="x" * 5_001))
    assert [fault.field for fault in faults] == ["standing_7", "words_7"]
    assert review_faults(ReviewWords(goal_id=7, standing="slow", words="")) == []


def test_part_is_hers_or_her_managers():
    assert (part_of(1, 1), part_of(1, 2), part_of(1, None)) == ("person", "manager", "manager")
