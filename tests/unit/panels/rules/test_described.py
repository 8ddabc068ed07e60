"""How a panel policy is told in plain words, line by line."""

from dataclasses import replace
from decimal import Decimal

import pytest

from asye.choices.ending import External
from panels.choices.outcomes import AppealGround, Outcome
from panels.choices.panels import MemberSort, Names
from panels.choices.policy import GradeStart, Releaser
from panels.rules.described import described
from panels.rules.parts_of_policy import Appeal, CheckItem, Needed, PanelModeration, Triggers
from panels.rules.policy import PLAIN, WHOLE
from pathways.choices import SittingPurpose

OFF = Triggers(spread=0, not_met=False, borderline=False, random_percent=0, first_time=False)
BOTH = replace(WHOLE, code="both", title="AMHP", for_steps=("to-bg11",), for_pathways=("amhp", "mca-bia"))


def lines(purpose=SittingPurpose.PROGRESSION, **said):
    return described(replace(PLAIN, **said), purpose=purpose)


def told(name, purpose=SittingPurpose.PROGRESSION, **said):
    [says] = [line.says for line in lines(purpose, **said) if line.name == name]
    return says


def test_plain_rules_are_told_part_by_part():
    assert [(line.part, line.name) for line in lines()] == [
        ("The panel", "Who sits on it"),
        ("The panel", "How long a member sits"),
        ("Handing in", "What is looked for"),
        ("Handing in", "What is missing"),
        ("Handing in", "Handed in late"),
        ("Handing in", "Handed in again"),
        ("Reviews", "Reviewers"),
        ("Reviews", "Cases of one reviewer"),
        ("Reviews", "Time"),
        ("Reviews", "Names"),
        ("Reviews", "Looked at once more"),
        ("What is judged", "Criteria"),
        ("Criteria: The work as a whole", "The work as a whole"),
        ("The meeting", "Quorum"),
        ("The meeting", "Who never votes"),
        ("The meeting", "Agenda"),
        ("The meeting", "What it may decide"),
        ("What follows", "Who tells"),
        ("What follows", "Letters"),
        ("What follows", "A condition"),
        ("What follows", "Not yet"),
        ("What follows", "Feedback"),
        ("What follows", "Grade"),
        ("What follows", "Human resources"),
        ("What follows", "Appeal"),
        ("What follows", "Fairness"),
    ]


def test_moderation_is_told_by_its_tests_and_not_by_criteria_or_plans():
    assert [(line.part, line.name) for line in lines(SittingPurpose.MODERATION)] == [
        ("The panel", "Who sits on it"),
        ("The panel", "How long a member sits"),
        ("Reviews", "Reviewers"),
        ("Reviews", "Cases of one reviewer"),
        ("Reviews", "Time"),
        ("Reviews", "Names"),
        ("Reviews", "Looked at once more"),
        ("What is judged", "Whose years"),
        ("What is judged", "Is it complete?"),
        ("What is judged", "Five tests of the decision"),
        ("What is judged", "Moderation outside the employer"),
        ("What is judged", "Exemplars"),
        ("The meeting", "Quorum"),
        ("The meeting", "Who never votes"),
        ("The meeting", "Agenda"),
        ("The meeting", "What it may decide"),
        ("What follows", "Who tells"),
        ("What follows", "Letters"),
    ]


SEATS = (
    Needed(what="the Principal Social Worker for adults", any_of=(MemberSort.PSW_ADULTS,), deputies=False),
    Needed(what="practitioners", any_of=(MemberSort.PRACTITIONER,), least=2),
)


@pytest.mark.parametrize(
    ("name", "said", "says"),
    [
        (
            "Who sits on it",
            {},
            (
                "Somebody who judges, the chair among them: 4 of them.",
                "Members of adults’ and of children’s services.",
            ),
        ),
        (
            "Who sits on it",
            {"composition": SEATS, "both_services": False},
            (
                "The Principal Social Worker for adults, and no deputy.",
                "Practitioners: 2 of them.",
                "Members of any service.",
            ),
        ),
        ("How long a member sits", {}, ("3 years.",)),
        ("How long a member sits", {"terms_years": 0}, ("No limit is set.",)),
        (
            "What is looked for",
            {"checks": (PLAIN.checks[2], CheckItem(code="own", title="Own work", asks="Does she say it is hers?"))},
            ("The registration is live; the portal answers it", "Own work: Does she say it is hers?"),
        ),
        ("What is looked for", {"checks": ()}, ("Nothing is looked for.",)),
        ("What is missing", {"changes_days": 1}, ("Mended within 1 day.",)),
        ("Handed in late", {}, ("After the last day only with an extension, given with a reason.",)),
        (
            "Handed in late",
            {"late_needs_extension": False},
            ("After the last day as long as the panel takes cases.",),
        ),
        ("Handed in again", {}, ("Only what changed is looked at.",)),
        ("Handed in again", {"only_changed": False}, ("All of it is looked at.",)),
        ("Reviewers", {}, ("2 for each case, each alone; nobody sees another’s before.",)),
        (
            "Reviewers",
            {"reviewers": 3, "reviewer_mix": True},
            ("3 for each case, of both services, each alone; nobody sees another’s before.",),
        ),
        ("Cases of one reviewer", {}, ("At most 6 cases of a sitting.",)),
        ("Cases of one reviewer", {"max_load": 0}, ("No limit is set.",)),
        ("Time", {}, ("5 days to take a case on or decline it, 21 days to judge it.",)),
        ("Names", {"names": Names.NAMED}, ("The panel sees the name.",)),
        (
            "Looked at once more",
            {},
            (
                "Where reviewers are 2 levels apart or more on one criterion",
                "Where a criterion is not met",
                "Where a criterion is borderline",
                "10% of the cases, drawn at random",
                "Where an assessor or reviewer does it for the first time",
            ),
        ),
        ("Looked at once more", {"triggers": OFF}, ("No case is looked at once more.",)),
        (
            "Criteria",
            {"criteria": (WHOLE, BOTH)},
            (
                "The work as a whole: for all that have none of their own.",
                "AMHP: step to-bg11, pathway amhp or mca-bia.",
                "Judged as a whole: no sum or average is made of levels.",
            ),
        ),
        (
            "The work as a whole",
            {},
            (
                "Does what is handed in show the knowledge and skills the next step needs?",
                "Not yet shown (not met): Much of what the step needs is missing, or stands there without evidence.",
                "Nearly shown (borderline): Most of it is there. What is missing can be named, and mended soon.",
                "Shown (met): It is there, with evidence of her own practice and of what she thinks about it.",
            ),
        ),
        (
            "Quorum",
            {},
            (
                "3 who judge and are not tied to the candidate.",
                "Somebody who chairs is in the room.",
                "Everybody the panel needs is in the room.",
            ),
        ),
        (
            "Quorum",
            {"needs_chair": False, "quorum_needs_mix": False},
            ("3 who judge and are not tied to the candidate.",),
        ),
        ("Agenda", {}, ("20 minutes for a case.", "A break of 10 minutes after 4 cases.")),
        ("Agenda", {"break_after": 0}, ("20 minutes for a case.", "No breaks are planned.")),
        (
            "What it may decide",
            {"outcomes": (Outcome.PROGRESSED, Outcome.NOT_YET)},
            ("Progressed", "Not yet, with a plan"),
        ),
        ("Who tells", {}, ("The academy lead releases what was decided, all of a sitting together.",)),
        (
            "Who tells",
            {"release_by": (Releaser.ACADEMY_LEAD, Releaser.CHAIR)},
            ("The academy lead or who chairs the panel releases what was decided, all of a sitting together.",),
        ),
        ("Letters", {}, ("Within 10 working days of the decision.",)),
        ("A condition", {}, ("Has words and a last day.",)),
        ("Not yet", {}, ("With a plan of at least 1 target, each with an owner and a day.",)),
        ("Feedback", {}, ("Within 10 working days, in writing, by whom the chair names.",)),
        (
            "Feedback",
            {"feedback_by": (MemberSort.PSW_CHILDREN, MemberSort.LEAD_ADULTS)},
            (
                "Within 10 working days, in writing, by:",
                "Principal Social Worker, children and families",
                "Lead adult social worker",
            ),
        ),
        ("Grade", {"grade_from": GradeStart.NEXT_MONTH}, ("From the first day of the month after it is decided.",)),
        ("Human resources", {}, ("Have a file of the outcomes.",)),
        ("Human resources", {"hr_file": False}, ("Have no file.",)),
        (
            "Appeal",
            {},
            (
                "Within 10 working days, because the procedure was not followed or evidence was not considered.",
                "Heard by 2 who were not on the panel, within 20 working days.",
                PLAIN.appeal.words,
            ),
        ),
        (
            "Appeal",
            {"appeal": Appeal(working_days=1, grounds=(AppealGround.PROCEDURE,), words="", heard_days=30, hearers=3)},
            (
                "Within 1 working day, because the procedure was not followed.",
                "Heard by 3 who were not on the panel, within 30 working days.",
            ),
        ),
        (
            "Fairness",
            {},
            ("Outcomes are compared between groups, small numbers hidden, by people who do not decide.",),
        ),
        ("Fairness", {"monitor": False}, ("Outcomes are not compared between groups.",)),
    ],
)
def test_what_a_policy_sets_is_told_in_words(name, said, says):
    assert told(name, **said) == says


@pytest.mark.parametrize(
    ("moderation", "whose", "outside", "exemplars"),
    [
        (PanelModeration(), "A panel for this service", ("None is set.",), "A portfolio may be kept as an exemplar."),
        (
            PanelModeration(
                is_joint=True, external=External.MANDATORY, partnership_percent=Decimal(10), exemplars=False
            ),
            "Adults’ and children’s years before one panel",
            (
                "Mandatory: the partnership looks at 10% of the years.",
                "It gives feedback and never changes what the employer decided.",
            ),
            "No exemplars are kept.",
        ),
    ],
)
def test_moderation_says_whose_years_come_and_who_looks_from_outside(moderation, whose, outside, exemplars):
    said = {line.name: line.says for line in lines(SittingPurpose.MODERATION, moderation=moderation)}
    assert said["Whose years"] == (whose,)
    assert said["Moderation outside the employer"] == outside
    assert said["Exemplars"] == (exemplars,)
    assert said["What it may decide"] == (
        "Recommendation confirmed",
        "Sent back with questions",
        "Recommendation not supported",
    )
    assert said["Five tests of the decision"] == (
        "Consistent with the criteria",
        "Accurate",
        "Valid",
        "Robust",
        "Sufficient",
    )
