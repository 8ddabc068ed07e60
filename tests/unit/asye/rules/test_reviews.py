"""What a review lacks before it is signed: what is needed, and what may be explained."""

from dataclasses import replace
from datetime import date

import pytest

from asye.choices.enrolments import Role
from asye.rules.policy import EVERYBODY, PLAIN
from asye.rules.reviews import Gap, Lacking, Reason, Written, can_be_held, explained, gaps_in, plan_made_at, stage_of

WHOLE = Written(
    came=dict.fromkeys(EVERYBODY, True),
    done=frozenset(EVERYBODY),
    progress="on_course",
    plan="Months 6 to 12",
    goals=2,
    cited=3,
)


def test_nothing_is_missing_of_a_whole_review():
    assert gaps_in(WHOLE) == ()


@pytest.mark.parametrize(
    ("change", "code", "is_needed"),
    [
        ({"came": {**WHOLE.came, Role.MANAGER: None}}, "came-manager", False),
        ({"done": frozenset({Role.NQSW, Role.ASSESSOR})}, "part-manager", False),
        ({"vacant": frozenset({Role.MANAGER})}, "vacant-manager", True),
        ({"cited": 0}, "evidence", False),
        ({"lacking": (Lacking("carers", "Feedback of carers", 0, 1),)}, "evidence-carers", False),
        ({"progress": ""}, "progress", True),
        ({"progress": "concerns"}, "concern", True),
        ({"without_result": 1}, "results", False),
        ({"goals": 0}, "plan", False),
    ],
)
def test_each_missing_thing_is_named_once(change, code, is_needed):
    (gap,) = gaps_in(replace(WHOLE, **change))
    assert (gap.code, gap.is_needed) == (code, is_needed)
    assert gap.says.endswith(".")


@pytest.mark.parametrize(
    "change",
    [
        {"came": {**WHOLE.came, Role.MANAGER: False}},
        {"progress": "concerns", "concerns": 1},
        {"plan": "", "goals": 0},
        {"vacant": frozenset({Role.COORDINATOR})},
    ],
)
def test_what_is_said_or_not_asked_is_not_missing(change):
    assert gaps_in(replace(WHOLE, **change)) == ()


def test_goals_without_a_result_are_counted_in_words():
    says = [gaps_in(replace(WHOLE, without_result=number))[0].says for number in (1, 3)]
    assert says == [
        "What became of 1 goal of the plan before is not said.",
        "What became of 3 goals of the plan before is not said.",
    ]


SOFT, HARD = Gap("evidence", "No evidence.", "x"), Gap("progress", "No progress.", "y", is_needed=True)


def test_what_is_missing_is_explained_each_with_its_own_reason():
    reasons, decision = explained([SOFT], {"evidence": " It comes later. "})
    assert (reasons, decision.allowed) == ([Reason("evidence", "No evidence.", "It comes later.")], True)


@pytest.mark.parametrize(
    ("gaps", "because", "field"),
    [
        ([SOFT], {}, "because_evidence"),
        ([SOFT], {"evidence": " "}, "because_evidence"),
        ([HARD], {"progress": "x"}, None),
    ],
)
def test_without_a_reason_or_without_what_is_needed_it_is_not_sent(gaps, because, field):
    reasons, decision = explained(gaps, because)
    assert (reasons, decision.allowed, decision.field) == ([], False, field)


@pytest.mark.parametrize(
    ("held_on", "reason"),
    [
        (date(2026, 1, 5), ""),
        (date(2026, 7, 1), ""),
        (date(2026, 7, 2), "Note it once it was held. Give today or an earlier day."),
        (date(2026, 1, 4), "The year began on 5 January 2026. Give that day or a later one."),
    ],
)
def test_a_review_is_held_within_the_year_and_not_ahead(held_on, reason):
    assert can_be_held(held_on, starts_on=date(2026, 1, 5), on=date(2026, 7, 1)).reason == reason


def test_stages_are_counted_from_the_agreement_and_plans_made_where_the_policy_says():
    assert [stage_of(PLAIN, point.code) for point in PLAIN.reviews] == [2, 3, 4, 5]
    assert plan_made_at(PLAIN, "review-6") == ("months-6-12", "Months 6 to 12")
    assert plan_made_at(PLAIN, "review-9") is None
