from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from academy.engines.workflow.decisions import ALLOWED
from academy.people.rules.decisions import refused
from academy.people.rules.spans import Span
from academy.people.rules.terms import GradeFacts, ProposedTerms, TeamFacts, can_begin, is_fte

HERE, ELSEWHERE = 1, 2
POST = Span(date(2024, 2, 29), date(2025, 12, 31))
TEAM = TeamFacts(HERE, Span(date(2015, 4, 1), date(2025, 6, 30)))
BG10 = GradeFacts(10, HERE, (26, 30))
TERMS = ProposedTerms(from_on=date(2024, 6, 1), organisation_id=HERE, team=TEAM, fte=Decimal("0.60"), grade=BG10)
FTE = "Write the share of full time above 0 and at most 1, in hundredths: 0.60 for three days."


def begin(last_begin: date | None = None, **changes):
    return can_begin(replace(TERMS, **changes), post=POST, last_begin=last_begin)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"from_on": date(2024, 2, 29)},
        {"from_on": date(2025, 6, 30)},
        {"grade": None},
        {"level_of_grade_id": 10},
        {"spinal_point": 26},
        {"spinal_point": 30},
        {"grade": GradeFacts(10, HERE), "spinal_point": 99},
    ],
)
def test_terms_that_fit_may_begin(changes):
    assert begin(**changes) == ALLOWED


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        (
            {"from_on": date(2024, 2, 28)},
            "The post began on 29 February 2024. Give that day or a later one.",
            "from_on",
        ),
        (
            {"from_on": date(2026, 1, 1)},
            "The post ended on 31 December 2025. Begin a new post instead.",
            "from_on",
        ),
        (
            {"team": TeamFacts(ELSEWHERE, TEAM.span)},
            "This team is another organisation's. Choose a team of the organisation of the post.",
            "team",
        ),
        (
            {"from_on": date(2025, 7, 1)},
            "This team is not there on 1 July 2025. Choose another team or day.",
            "team",
        ),
        (
            {"grade": GradeFacts(11, ELSEWHERE)},
            "This grade is another organisation's. Choose a grade of the organisation of the post.",
            "grade",
        ),
        (
            {"level_of_grade_id": 11},
            "This level belongs to another grade. Choose a level of the grade.",
            "level",
        ),
        (
            {"grade": None, "level_of_grade_id": 10},
            "Choose the grade the level or spinal point belongs to.",
            "grade",
        ),
        (
            {"grade": None, "spinal_point": 28},
            "Choose the grade the level or spinal point belongs to.",
            "grade",
        ),
        ({"spinal_point": 25}, "The spinal points of this grade are 26 to 30. Give one of them.", "spinal_point"),
        ({"spinal_point": 31}, "The spinal points of this grade are 26 to 30. Give one of them.", "spinal_point"),
        ({"fte": Decimal(0)}, FTE, "fte"),
    ],
)
def test_terms_that_do_not_fit_are_refused_at_their_answer(changes, reason, field):
    assert begin(**changes) == refused(reason, field)


@pytest.mark.parametrize("from_on", [date(2024, 3, 31), date(2024, 4, 1)])
def test_terms_on_or_before_the_latest_ones_are_refused(from_on):
    assert begin(from_on=from_on, last_begin=date(2024, 4, 1)) == refused(
        "The latest terms of this post begin on 1 April 2024. Give a later day: terms do not overlap.", "from_on"
    )


def test_terms_the_day_after_the_latest_ones_began_are_allowed():
    assert begin(from_on=date(2024, 4, 2), last_begin=date(2024, 4, 1)) == ALLOWED


@pytest.mark.parametrize("fte", ["0.01", "0.5", "1", "1.00"])
def test_share_of_full_time_above_0_and_at_most_1_is_allowed(fte):
    assert is_fte(Decimal(fte)) == ALLOWED


@pytest.mark.parametrize("fte", ["0", "-0.50", "1.01", "0.001", "0.555"])
def test_share_of_full_time_outside_or_too_fine_is_refused(fte):
    assert is_fte(Decimal(fte)) == refused(FTE, "fte")
