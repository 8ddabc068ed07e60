"""What in a policy contradicts something else in it, and where it stands."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from asye.choices.ending import External, GradeFrom, GrantPart
from asye.choices.enrolments import Role
from asye.rules.assurance import Moderation
from asye.rules.parts_of_policy import (
    Document,
    EvidenceLine,
    FrameworkLevel,
    Grant,
    Group,
    Offset,
    OnPass,
    PlanStage,
    Rhythm,
    Workload,
)
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
            {"documents": (Document(code="degree", title="Degree"), Document(code="degree", title="Certificate"))},
            ("documents", 1, "code"),
            "degree is used more than once. Give each its own code",
        ),
        (
            {"submission": Offset(days=5), "panel": Offset(days=4)},
            ("panel",),
            "it sits before the portfolio is handed in. Put it on that day or a later one",
        ),
        (
            {"submission": Offset(of="final", working_days=5), "panel": Offset(of="final", working_days=4)},
            ("panel",),
            "it sits before the portfolio is handed in. Put it on that day or a later one",
        ),
        (
            {"moderation": Moderation(national_percent=Decimal(5))},
            ("moderation", "national_percent"),
            "say as external whether it is mandatory or good_practice",
        ),
        (
            {"moderation": Moderation(external=External.MANDATORY)},
            ("moderation", "external"),
            "what is mandatory has a share. Set partnership_percent",
        ),
        (
            {"on_pass": OnPass(level="level-1")},
            ("on_pass", "level"),
            "a level is one of a grade. Name the grade as well",
        ),
        (
            {"on_pass": OnPass(grade_from=GradeFrom.END)},
            ("on_pass", "grade_from"),
            "no grade follows that could begin then. Name the grade, or leave this out",
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


@pytest.mark.parametrize(
    ("submission", "panel"),
    [
        (Offset(days=28), Offset(of="final", days=0)),
        (Offset(days=28), Offset(working_days=5)),
        (Offset(working_days=5), Offset(days=4)),
        (Offset(working_days=5), Offset(working_days=5)),
    ],
)
def test_hand_in_and_panel_that_count_differently_are_not_compared(submission, panel):
    assert faulty(submission=submission, panel=panel) == []


def test_good_practice_needs_no_share_and_what_is_mandatory_has_one():
    practised = Moderation(external=External.GOOD_PRACTICE)
    drawn = Moderation(external=External.MANDATORY, partnership_percent=Decimal(10))
    assert [faulty(moderation=practised), faulty(moderation=drawn)] == [[], []]


def test_grants_that_follow_each_other_contradict_nothing():
    assert faulty(grants=(GRANT, replace(LATER, starts_from=date(2027, 4, 1)))) == []


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (
            lambda: Offset(days=5, working_days=5),
            "Count an offset in days or in working days, not in both.",
        ),
        (lambda: Offset(working_days=61), "An offset in working days is 61; it is -120 to 60."),
        (lambda: OnPass(probation_months=40), "The probation in months is 40; it is 0 to 36."),
        (
            lambda: Moderation(national_percent=Decimal(0)),
            "The share the national panel looks at, in per cent, is 0; it is 1 to 100.",
        ),
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
