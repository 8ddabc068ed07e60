"""What in a policy contradicts something else in it, and where it stands."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from asye.choices.ending import GrantPart
from asye.choices.enrolments import Role
from asye.rules.parts_of_policy import EvidenceLine, FrameworkLevel, Grant, Group, Offset, PlanStage, Rhythm, Workload
from asye.rules.policy import PLAIN, AsyeRules
from asye.rules.policy_faults import contradictions

OBSERVED = EvidenceLine(code="observed", title="Observations", counts="observation", least=1)
GRANT = Grant(year="2026-27", body="A body", starts_from=date(2026, 4, 1), starts_until=date(2027, 3, 31))
LATER = replace(GRANT, year="2027-28", starts_from=date(2027, 3, 31), starts_until=date(2028, 3, 31))


def faulty(**said):
    return contradictions(replace(PLAIN, **said))


def test_plain_rules_and_a_programme_without_dates_contradict_nothing():
    assert contradictions(PLAIN) == []
    assert contradictions(AsyeRules(workload=())) == []


@pytest.mark.parametrize(
    ("said", "where", "says"),
    [
        (
            {"observations": (*PLAIN.observations, PLAIN.observations[0])},
            ("observations", 3, "code"),
            "observation-1 is used more than once. Give each its own code",
        ),
        ({"weeks": 130}, ("ceiling_years",), "2 years are less than 130 weeks. Raise the ceiling"),
        (
            {"noted_years": 1},
            ("noted_years",),
            "it is at least the 2 years within which nothing needs to be noted",
        ),
        (
            {"evidence": (replace(OBSERVED, stages={"review-5": 1}),)},
            ("evidence", 0, "stages", "review-5"),
            "there is no stage review-5. Stages here: agreement, review-3, review-6, review-9, final",
        ),
        (
            {"evidence": (replace(OBSERVED, stages={"review-3": 1, "final": 1}),)},
            ("evidence", 0, "least"),
            "its stages ask for 2. Ask for no less here",
        ),
        (
            {"plans": (PlanStage(code="first", title="First", made_with="start"),)},
            ("plans", 0, "made_with"),
            "there is no stage start. Stages here: agreement, review-3, review-6, review-9, final",
        ),
        (
            {"reviews": (PLAIN.reviews[3], PLAIN.reviews[0]), "observations": (), "plans": ()},
            ("reviews",),
            "they come in the order of their months, the final one last",
        ),
        (
            {"supervision": (Rhythm(every_weeks=4), Rhythm(every_weeks=1, until_week=6))},
            ("supervision",),
            "each but the last says until when it holds, and the last goes on to the end of the year",
        ),
        (
            {"workload": (Workload(percent=25, until_month=3),)},
            ("workload",),
            "each but the last says until when it holds, and the last goes on to the end of the year",
        ),
        (
            {"recommends": Role.MANAGER},
            ("recommends",),
            "the assessor recommends, or the practice assessor. Name one of them",
        ),
        (
            {"attends": (Role.ASSESSOR,)},
            ("attends",),
            "the newly qualified social worker is one of them. Add nqsw",
        ),
        (
            {"grants": (GRANT, LATER)},
            ("grants", 1, "starts_from"),
            "the grant 2026-27 is for years begun then, too",
        ),
    ],
)
def test_contradiction_is_told_with_its_place_and_what_to_do(said, where, says):
    assert faulty(**said) == [(where, says)]


def test_grants_that_follow_each_other_contradict_nothing():
    assert faulty(grants=(GRANT, replace(LATER, starts_from=date(2027, 4, 1)))) == []


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (lambda: Offset(of="start"), "An offset counts from “end” or “final”, not from “start”."),
        (
            lambda: replace(OBSERVED, counts="visits"),
            "“visits” is not counted. What is: observation, feedback, report, reflection, plan, self_assessment.",
        ),
        (lambda: replace(PLAIN, reviews=PLAIN.reviews[:2]), "Exactly one of the reviews is the final one."),
        (
            lambda: replace(PLAIN, reviews=(PLAIN.reviews[0], *PLAIN.reviews)),
            "Each review has a code of its own.",
        ),
        (
            lambda: replace(PLAIN, reviews=PLAIN.reviews[1:]),
            "“First observation” is due before “review-3”, which is no review here.",
        ),
        (
            lambda: Group(code="peers", title="Peers", every_weeks=2, every_months=1),
            "Say of “Peers” either every how many weeks, or every how many months.",
        ),
        (lambda: Group(code="peers", title="Peers", every_weeks=40), "The rhythm of “Peers” is 40; it is 1 to 26."),
        (
            lambda: replace(GRANT, starts_until=date(2026, 3, 31)),
            "The grant 2026-27 ends before it starts.",
        ),
        (
            lambda: replace(GRANT, parts={GrantPart.COMPLETION: Decimal(-1)}),
            "A part of the grant 2026-27 is -1; it is 0 to 100000.",
        ),
    ],
)
def test_part_that_cannot_be_is_refused_in_words(made, says):
    with pytest.raises(ValueError, match=f"^{re.escape(says)}$"):
        made()


@pytest.mark.parametrize(
    ("starts_on", "codes"),
    [(date(2027, 3, 31), ["old", "always"]), (date(2027, 4, 1), ["new", "always"])],
)
def test_framework_is_that_of_the_day_the_year_starts(starts_on, codes):
    change = date(2027, 4, 1)
    rules = replace(
        PLAIN,
        frameworks=(
            FrameworkLevel(code="old", starts_before=change),
            FrameworkLevel(code="new", starts_from=change),
            FrameworkLevel(code="always"),
        ),
    )
    assert [each.code for each in rules.frameworks_for(starts_on)] == codes


@pytest.mark.parametrize(
    ("starts_on", "year"),
    [(date(2026, 3, 31), None), (date(2026, 4, 1), "2026-27"), (date(2027, 4, 1), None)],
)
def test_grant_is_that_of_the_day_the_year_starts(starts_on, year):
    found = replace(PLAIN, grants=(GRANT,)).grant_for(starts_on)
    assert (found.year if found else None) == year


def test_review_is_found_by_its_code():
    assert PLAIN.review("review-6") == PLAIN.reviews[1]
    assert PLAIN.review("review-5") is None
