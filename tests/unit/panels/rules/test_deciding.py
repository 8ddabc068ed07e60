from dataclasses import replace
from datetime import date

import pytest

from panels.choices.cases import CaseKind, CaseState
from panels.choices.outcomes import Outcome
from panels.choices.policy import GradeStart
from panels.rules.agenda import IS_DECIDED
from panels.rules.deciding import Aim, Deciding, Proposed, Reopening, can_decide, can_reopen, faults
from panels.rules.policy import PLAIN
from panels.rules.quorum import Room

TODAY, LATER = date(2026, 9, 10), date(2027, 3, 1)
QUORATE = Room(counting=(1, 2, 3), not_counting=(4,), missing=())
NOW = Deciding(
    on=TODAY,
    rules=PLAIN,
    kind=CaseKind.PROGRESSION,
    state=CaseState.ON_AGENDA,
    room=QUORATE,
    by_id=1,
    has_next_sitting=True,
    changes_grade=True,
)
PROGRESSED = Proposed(outcome="progressed", wording="You progress to BG11.", reasons="All criteria are shown.")
CONDITION = replace(PROGRESSED, outcome="condition", condition="Finish the award.", condition_by_on=LATER)
AIM = Aim(words="Lead a complex assessment.", owner="Her line manager", due_on=LATER)
NOT_YET = replace(PROGRESSED, outcome="not_yet", aims=(AIM,), next_sitting_on=date(2027, 6, 10))
DEFERRED = replace(PROGRESSED, outcome="deferred")


def found(proposed: Proposed, **known) -> list[tuple[str, str]]:
    return [(fault.field, fault.says) for fault in faults(proposed, replace(NOW, **known))]


@pytest.mark.parametrize("proposed", [PROGRESSED, CONDITION, NOT_YET, DEFERRED])
def test_whole_decision_has_no_fault(proposed):
    assert found(proposed) == []


@pytest.mark.parametrize("outcome", ["confirmed", "queried", "disagreed"])
def test_moderation_decides_in_its_own_words_and_without_a_plan(outcome):
    assert found(replace(PROGRESSED, outcome=outcome), kind=CaseKind.MODERATION, changes_grade=False) == []


@pytest.mark.parametrize(
    ("outcome", "known", "says"),
    [
        (
            "confirmed",
            {},
            (
                "Choose what this panel may decide: “Progressed”, “Progressed with a condition”, “Not yet, with a "
                "plan” or “Deferred”."
            ),
        ),
        (
            "condition",
            {"rules": replace(PLAIN, outcomes=(Outcome.PROGRESSED, Outcome.NOT_YET))},
            "Choose what this panel may decide: “Progressed” or “Not yet, with a plan”.",
        ),
        (
            "progressed",
            {"kind": CaseKind.MODERATION},
            (
                "Choose what this panel may decide: “Recommendation confirmed”, “Sent back with questions” or "
                "“Recommendation not supported”."
            ),
        ),
    ],
)
def test_only_outcomes_of_the_policy_are_open(outcome, known, says):
    assert found(replace(CONDITION, outcome=outcome), **known) == [("outcome", says)]


@pytest.mark.parametrize(
    ("proposed", "change", "expected"),
    [
        (
            PROGRESSED,
            {"wording": " ", "reasons": ""},
            [
                ("wording", "Write the decision in the words the candidate is to read."),
                ("reasons", "Write the panel’s reasons."),
            ],
        ),
        (DEFERRED, {"reasons": ""}, [("reasons", "Write why it is deferred.")]),
        (
            CONDITION,
            {"wording": "x" * 6001, "condition": "x" * 6001},
            [("wording", "Use at most 6,000 characters."), ("condition", "Use at most 6,000 characters.")],
        ),
        (
            CONDITION,
            {"condition": " ", "condition_by_on": None},
            [
                ("condition", "Write what the condition is."),
                ("condition_by_on", "Give a day after 10 September 2026 by which it is met."),
            ],
        ),
        (
            CONDITION,
            {"condition_by_on": TODAY},
            [("condition_by_on", "Give a day after 10 September 2026 by which it is met.")],
        ),
        (
            PROGRESSED,
            {"condition": "Finish the award."},
            [("condition", "A condition belongs to “progressed with a condition”. Choose that, or empty it.")],
        ),
        (
            DEFERRED,
            {"condition_by_on": LATER},
            [("condition", "A condition belongs to “progressed with a condition”. Choose that, or empty it.")],
        ),
        (
            PROGRESSED,
            {"aims": (AIM,)},
            [("aims", "Targets belong to a “not yet”. Choose that, or take them out.")],
        ),
        (NOT_YET, {"aims": ()}, [("aims", "Give the plan at least 1 target.")]),
        (
            NOT_YET,
            {"aims": (AIM, Aim(words=" ", owner="", due_on=None))},
            [
                ("aim_2_words", "Write what is to be shown."),
                ("aim_2_owner", "Say who sees to it."),
                ("aim_2_due_on", "Give a day after 10 September 2026."),
            ],
        ),
        (
            NOT_YET,
            {"aims": (replace(AIM, words="x" * 501, due_on=TODAY),)},
            [
                ("aim_1_words", "Use at most 500 characters."),
                ("aim_1_due_on", "Give a day after 10 September 2026."),
            ],
        ),
        (
            NOT_YET,
            {"next_sitting_on": None},
            [("next_sitting", "Choose the sitting at which she can come again.")],
        ),
        (DEFERRED, {"next_sitting_on": TODAY}, [("next_sitting", "Choose a sitting after 10 September 2026.")]),
        (
            PROGRESSED,
            {"effective_on": date(2026, 9, 9)},
            [("effective_on", "Give 10 September 2026 or a later day.")],
        ),
    ],
)
def test_what_a_decision_lacks_is_said_beside_its_question(proposed, change, expected):
    assert found(replace(proposed, **change)) == expected


def test_plan_has_as_many_targets_as_the_policy_asks_for():
    assert found(NOT_YET, rules=replace(PLAIN, plan_needs=2)) == [("aims", "Give the plan at least 2 targets.")]


def test_not_yet_needs_no_sitting_while_none_is_known():
    assert found(replace(NOT_YET, next_sitting_on=None), has_next_sitting=False) == []


@pytest.mark.parametrize(
    ("proposed", "known", "expected"),
    [
        (PROGRESSED, {}, [("effective_on", "Name the day from which the grade holds.")]),
        (CONDITION, {}, [("effective_on", "Name the day from which the grade holds.")]),
        (replace(PROGRESSED, effective_on=TODAY), {}, []),
        (NOT_YET, {}, []),
        # the step needs a vacancy: no grade follows the decision itself
        (PROGRESSED, {"changes_grade": False}, []),
        (replace(PROGRESSED, effective_on=date(2026, 9, 9)), {"changes_grade": False}, []),
    ],
)
def test_grade_from_a_named_day_needs_one_where_it_follows_the_decision(proposed, known, expected):
    assert found(proposed, rules=replace(PLAIN, grade_from=GradeStart.NAMED), **known) == expected


def test_quorate_panel_with_everything_in_decides():
    assert can_decide(NOW).allowed


@pytest.mark.parametrize(
    ("known", "says"),
    [
        ({"state": CaseState.REVIEWS_IN}, "Call this case to the table first. It is decided there."),
        ({"is_on_table": False}, "Call this case to the table first. It is decided there."),
        ({"state": CaseState.DECIDED}, IS_DECIDED),
        ({"state": CaseState.RELEASED}, IS_DECIDED),
        ({"reviews_to_come": 1}, "Wait for 1 review, or put the case off."),
        ({"reviews_to_come": 2, "looks_to_come": 1}, "Wait for 2 reviews, or put the case off."),
        ({"looks_to_come": 1}, "Wait for 1 other look at the reviews, or put the case off."),
        (
            {"room": Room(counting=(1,), not_counting=(), missing=("Wait for a service manager.",))},
            "Wait for a service manager.",
        ),
        ({"by_id": 4}, "You take no part in this case. Ask somebody who chairs it to record the decision."),
    ],
)
def test_case_is_not_decided_before_its_time_or_by_whom_it_ties(known, says):
    assert can_decide(replace(NOW, **known)).reason == says


def test_decided_case_is_not_decided_over_again():
    assert not can_decide(replace(NOW, state=CaseState.DECIDED)).allowed


@pytest.mark.parametrize(
    ("reopening", "note", "says"),
    [
        (Reopening(number=1, latest=1), "A review was overlooked.", ""),
        (Reopening(number=2, latest=2, is_released=True, is_by_lead=True), "Ticket 4711", ""),
        (
            Reopening(number=1, latest=2),
            "Why",
            "There is a later decision. Only the latest can be opened once more.",
        ),
        (
            Reopening(number=1, latest=1, is_released=True),
            "Why",
            "The candidate was told of it. Ask the academy lead to open it once more.",
        ),
        (
            Reopening(number=1, latest=1, is_released=True, is_by_lead=True, has_open_appeal=True),
            "Why",
            "An appeal is open against it. Those who hear it decide whether it is opened.",
        ),
        (
            Reopening(number=1, latest=1, is_released=True, is_by_lead=True, is_appointed=True),
            "Why",
            "Somebody was appointed on this decision. Speak with human resources about what can be done.",
        ),
        (
            Reopening(number=1, latest=1),
            " ",
            "Write why it is opened once more. The note stays with the case.",
        ),
    ],
)
def test_only_the_latest_decision_is_opened_once_more_and_with_a_note(reopening, note, says):
    assert can_reopen(reopening, note=note).reason == says


QUERIED = replace(PROGRESSED, outcome="queried")


@pytest.mark.parametrize(
    ("proposed", "says"),
    [
        (replace(QUERIED, answer_by_on=LATER), []),
        (
            replace(QUERIED, answer_by_on=TODAY),
            [("answer_by_on", "Give a day after 10 September 2026 by which the questions are answered.")],
        ),
        (
            replace(QUERIED, outcome="confirmed", answer_by_on=LATER),
            [("answer_by_on", "A day to answer by belongs to questions. Choose that, or empty it.")],
        ),
        (
            replace(QUERIED, wording=" "),
            [("wording", "Write the decision in the words the assessor is to read.")],
        ),
    ],
)
def test_questions_on_an_asye_have_a_day_to_come_and_are_written_for_the_assessor(proposed, says):
    assert found(proposed, kind=CaseKind.MODERATION, changes_grade=False) == says
