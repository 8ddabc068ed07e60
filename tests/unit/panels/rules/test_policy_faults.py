"""What in a panel policy contradicts something else in it, and where it stands."""

from dataclasses import replace
from decimal import Decimal

import pytest

from panels.choices.outcomes import Outcome
from panels.choices.panels import Names
from panels.rules.parts_of_policy import PanelModeration, Triggers
from panels.rules.policy import GATES, PLAIN, WHOLE
from panels.rules.policy_faults import contradictions
from pathways.choices import SittingPurpose

CRITERION = WHOLE.criteria[0]
LOW, MIDDLE, HIGH = CRITERION.levels
JOINT = PanelModeration(is_joint=True, partnership_percent=Decimal(10))
BLIND = replace(PLAIN, names=Names.THROUGHOUT)
AMHP = replace(WHOLE, code="amhp", for_pathways=("amhp", "mca-bia"))
LEVELS = ("criteria", 0, "criteria", 0, "levels")
FROM_ASYE = "moderation takes this from the ASYE programme and its five tests. Leave it out"


def faulty(**said):
    return contradictions(replace(PLAIN, **said), purpose=SittingPurpose.PROGRESSION)


def of_levels(*levels, **said):
    whole = replace(WHOLE, criteria=(replace(CRITERION, levels=levels),))
    return faulty(criteria=(whole,), **said)


def test_plain_rules_contradict_nothing():
    assert faulty() == []
    assert faulty(criteria=(WHOLE, AMHP, replace(AMHP, code="both", for_steps=("to-bg11",)))) == []
    assert contradictions(BLIND, purpose=SittingPurpose.MODERATION) == []
    assert contradictions(replace(BLIND, moderation=JOINT), purpose=SittingPurpose.MODERATION) == []


@pytest.mark.parametrize(
    ("said", "where", "says"),
    [
        (
            {"checks": (*GATES, GATES[0])},
            ("checks", 5, "code"),
            "portfolio-endorsed is used more than once. Give each its own code",
        ),
        (
            {"criteria": (WHOLE, replace(AMHP, code="whole"))},
            ("criteria", 1, "code"),
            "whole is used more than once. Give each its own code",
        ),
        (
            {"criteria": (replace(WHOLE, criteria=(CRITERION, CRITERION)),)},
            ("criteria", 0, "criteria", 1, "code"),
            "whole is used more than once. Give each its own code",
        ),
        (
            {"answer_days": 8, "review_days": 7},
            ("answer_days",),
            "a review is due after 7 days. Ask for an answer before",
        ),
        (
            {"moderation": JOINT},
            ("moderation",),
            "this is about the ASYE alone. Leave it out, and say it in the policy for moderation",
        ),
        (
            {"outcomes": (*PLAIN.outcomes, Outcome.CONFIRMED)},
            ("outcomes", 4),
            "confirmed is said of an ASYE alone. Open here: progressed, condition, not_yet, deferred",
        ),
        (
            {"outcomes": (Outcome.DEFERRED,)},
            ("outcomes",),
            "a panel can say yes and not yet. Add progressed and not_yet",
        ),
        (
            {"criteria": (AMHP,)},
            ("criteria",),
            "no set is for all the other steps. Add one without for_steps and for_pathways",
        ),
        (
            {"criteria": (WHOLE, replace(WHOLE, code="again"))},
            ("criteria", 1),
            "whole is for the same cases. Give each step and pathway one set",
        ),
        (
            {"criteria": (WHOLE, AMHP, replace(AMHP, code="bia", for_pathways=("mca-bia",)))},
            ("criteria", 2),
            "amhp is for the same cases. Give each step and pathway one set",
        ),
        (
            {"triggers": Triggers(spread=3)},
            ("triggers", "spread"),
            "reviews are at most 2 levels apart here. Ask for no more, or say 0",
        ),
    ],
)
def test_contradiction_is_told_with_its_place_and_what_to_do(said, where, says):
    assert faulty(**said) == [(where, says)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"for_pathways": ("amhp",)}, {"for_pathways": ("mca-bia",)}),
        ({"for_steps": ("to-bg11",)}, {"for_steps": ("to-bg12",)}),
        ({"for_steps": ("to-bg11",)}, {"for_pathways": ("amhp",)}),
        (
            {"for_steps": ("to-bg11",), "for_pathways": ("amhp",)},
            {"for_steps": ("to-bg11",), "for_pathways": ("mca-bia",)},
        ),
    ],
)
def test_sets_for_different_cases_stand_beside_each_other(one, other):
    sets = (WHOLE, replace(WHOLE, code="one", **one), replace(WHOLE, code="other", **other))
    assert faulty(criteria=sets) == []


@pytest.mark.parametrize(
    ("levels", "said", "where", "says"),
    [
        (
            (LOW, MIDDLE),
            {},
            LEVELS,
            "one level means met, and one not_met. Add the missing one",
        ),
        ((MIDDLE, LOW, HIGH), {}, LEVELS, "they go from the lowest to the highest: not_met, borderline, met"),
        (
            (LOW, MIDDLE, HIGH, replace(HIGH, code="nearly")),
            {},
            (*LEVELS, 3, "code"),
            "nearly is used more than once. Give each its own code",
        ),
    ],
)
def test_levels_nobody_could_judge_by_are_told(levels, said, where, says):
    assert of_levels(*levels, **said) == [(where, says)]


def test_two_levels_do_as_views_of_the_whole_have_three():
    assert of_levels(LOW, HIGH) == []
    assert of_levels(LOW, MIDDLE, HIGH, replace(HIGH, code="grand"), triggers=Triggers(spread=3)) == []


@pytest.mark.parametrize(
    ("said", "where", "says"),
    [
        ({"names": Names.NAMED}, ("names",), "an ASYE is read without names. Say blind or throughout"),
        (
            {"moderation": JOINT, "both_services": False},
            ("both_services",),
            "a joint panel has members of both services. Say true",
        ),
        (
            {"triggers": Triggers(spread=3)},
            ("triggers", "spread"),
            "reviews are at most 2 levels apart here. Ask for no more, or say 0",
        ),
        ({"criteria": (AMHP,)}, ("criteria",), FROM_ASYE),
        ({"checks": ()}, ("checks",), FROM_ASYE),
        ({"outcomes": (Outcome.PROGRESSED,)}, ("outcomes",), FROM_ASYE),
        ({"plan_needs": 3}, ("plan_needs",), FROM_ASYE),
    ],
)
def test_what_is_not_of_moderation_is_told(said, where, says):
    assert contradictions(replace(BLIND, **said), purpose=SittingPurpose.MODERATION) == [(where, says)]


def test_one_service_moderates_alone_unless_it_is_joint():
    rules = replace(BLIND, both_services=False)
    assert contradictions(rules, purpose=SittingPurpose.MODERATION) == []
