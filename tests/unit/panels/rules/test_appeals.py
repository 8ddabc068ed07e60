from dataclasses import replace
from datetime import date

import pytest

from panels.choices.cases import CaseState
from panels.choices.outcomes import AppealGround, AppealState, DecisionBasis
from panels.rules.appeals import (
    Appealing,
    Involved,
    answer_faults,
    can_answer,
    can_appeal,
    can_decide_again,
    can_hear,
    can_judge_afresh,
    can_name,
    can_withdraw_appeal,
    faults,
    is_decided_again,
    missing_hearers,
)
from panels.rules.parts_of_policy import Appeal
from panels.rules.policy import PLAIN

TOLD, LAST = date(2027, 3, 25), date(2027, 4, 12)
OPEN = Appealing(state=CaseState.RELEASED, released_on=TOLD, is_candidate=True)
INVOLVED = Involved(present=[1, 2], reviewers=[3], lookers=[4], tied=[5], candidate_id=6, manager_id=7)
PROCEDURE_ONLY = replace(PLAIN, appeal=Appeal(grounds=(AppealGround.PROCEDURE,)))
OVER = (AppealState.CLOSED, AppealState.WITHDRAWN)


@pytest.mark.parametrize("on", [TOLD, LAST])
def test_candidate_appeals_until_the_last_working_day(on):
    assert can_appeal(OPEN, rules=PLAIN, on=on).allowed


@pytest.mark.parametrize(
    ("change", "on", "says"),
    [
        (
            {},
            date(2027, 4, 13),
            "The last day to appeal was 12 April 2027. Speak with the academy lead if you were kept from it.",
        ),
        (
            {"is_candidate": False},
            TOLD,
            "Only the candidate appeals. Anybody else tells the academy lead.",
        ),
        (
            {"state": CaseState.DECIDED},
            TOLD,
            "Wait for the letter. There is nothing to appeal against before.",
        ),
        (
            {"released_on": None},
            TOLD,
            "Wait for the letter. There is nothing to appeal against before.",
        ),
        (
            {"is_latest": False},
            TOLD,
            "The case was decided again. Only the latest decision can be appealed against.",
        ),
        (
            {"basis": DecisionBasis.APPEAL},
            TOLD,
            "This was decided on your appeal. Speak with the academy lead about what else you can do.",
        ),
        ({"has_appeal": True}, TOLD, "You have appealed against this decision already."),
    ],
)
def test_appeal_that_is_late_or_not_hers_is_refused(change, on, says):
    assert can_appeal(replace(OPEN, **change), rules=PLAIN, on=on).reason == says


def test_appeal_against_a_decided_case_says_the_same_as_against_one_that_is_not():
    decided, on_agenda = (replace(OPEN, state=state) for state in (CaseState.DECIDED, CaseState.ON_AGENDA))

    assert can_appeal(decided, rules=PLAIN, on=TOLD) == can_appeal(on_agenda, rules=PLAIN, on=TOLD)


@pytest.mark.parametrize(
    ("ground", "words", "rules", "found"),
    [
        ("procedure", "Nobody asked me.", PLAIN, []),
        ("evidence", "The audit.", PLAIN, []),
        (
            "evidence",
            "The audit.",
            PROCEDURE_ONLY,
            [("ground", "Choose a ground: “The procedure was not followed”.")],
        ),
        (
            "taste",
            " ",
            PLAIN,
            [
                (
                    "ground",
                    "Choose a ground: “The procedure was not followed” or “Evidence was not considered”.",
                ),
                ("words", "Write what happened. Those who hear it read this."),
            ],
        ),
        ("procedure", "x" * 6001, PLAIN, [("words", "Use at most 6,000 characters.")]),
    ],
)
def test_appeal_has_a_ground_of_the_policy_and_words(ground, words, rules, found):
    assert [(each.field, each.says) for each in faults(ground=ground, words=words, rules=rules)] == found


@pytest.mark.parametrize(
    ("person", "says"),
    [
        (8, ""),
        (1, "She was in the meeting that decided. Choose somebody who was not."),
        (2, "She was in the meeting that decided. Choose somebody who was not."),
        (3, "She judged this case before. Choose somebody who did not."),
        (4, "She judged this case before. Choose somebody who did not."),
        (5, "Something connects her with the candidate. Choose somebody else."),
        (6, "This is about her own case or her own people. Choose somebody else."),
        (7, "This is about her own case or her own people. Choose somebody else."),
    ],
)
def test_only_somebody_fresh_to_the_case_hears_it(person, says):
    assert can_hear(person, INVOLVED).reason == says
    assert can_name(person, hearers=[], involved=INVOLVED, state=AppealState.OPEN).reason == says


@pytest.mark.parametrize("state", AppealState)
def test_hearer_is_named_while_the_appeal_is_not_over(state):
    assert can_name(8, hearers=[9], involved=INVOLVED, state=state).allowed == (state not in OVER)


def test_hearer_is_named_once():
    named = can_name(8, hearers=[8], involved=INVOLVED, state=AppealState.OPEN)

    assert (named.field, named.reason) == ("person", "She hears it already.")


@pytest.mark.parametrize(
    ("hearers", "says"),
    [
        ([], "Name 2 more people to hear it who had no part in the decision."),
        ([8], "Name one more person to hear it who had no part in the decision."),
        ([8, 8], "Name one more person to hear it who had no part in the decision."),
        ([8, 9], ""),
        ([8, 9, 10], ""),
    ],
)
def test_appeal_is_heard_by_as_many_as_the_policy_says(hearers, says):
    assert missing_hearers(hearers, rules=PLAIN) == says
    assert can_answer(AppealState.HEARD, by_id=8, hearers=hearers or [8], rules=PLAIN).allowed == (
        len(set(hearers)) > 1
    )


@pytest.mark.parametrize("state", AppealState)
def test_appeal_moves_from_open_to_heard_to_answered(state):
    assert can_answer(state, by_id=8, hearers=[8, 9], rules=PLAIN).allowed == (state == AppealState.HEARD)
    assert can_withdraw_appeal(state, is_candidate=True).allowed == (state not in OVER)


@pytest.mark.parametrize(
    ("is_appointed", "has_begun", "says"),
    [
        (False, False, ""),
        (True, False, "She was appointed on this decision, and"),
        (True, True, "She was appointed on this decision, and"),
        (False, True, "She has begun another case for this step. Ask her to withdraw that one first."),
    ],
)
def test_case_is_judged_afresh_unless_a_post_or_another_case_came_after_it(is_appointed, has_begun, says):
    may = can_judge_afresh(is_appointed=is_appointed, has_begun=has_begun)

    assert (may.allowed, may.reason.startswith(says)) == (not says, True)


def test_only_a_hearer_answers_and_only_the_candidate_takes_back():
    assert can_answer(AppealState.HEARD, by_id=1, hearers=[8, 9], rules=PLAIN).reason == (
        "Only somebody who hears this appeal answers it."
    )
    assert can_withdraw_appeal(AppealState.OPEN, is_candidate=False).reason == (
        "Only the candidate takes her appeal back."
    )


@pytest.mark.parametrize(
    ("outcome", "words", "found", "is_again"),
    [
        ("upheld", "A review was missing.", [], True),
        ("dismissed", "All was followed.", [], False),
        (
            "perhaps",
            "",
            [
                ("outcome", "Say whether the appeal is upheld."),
                ("outcome_words", "Write why. The candidate reads it."),
            ],
            False,
        ),
        ("upheld", "x" * 6001, [("outcome_words", "Use at most 6,000 characters.")], True),
    ],
)
def test_answer_has_an_outcome_and_words_and_upheld_is_decided_again(outcome, words, found, is_again):
    assert [(each.field, each.says) for each in answer_faults(outcome=outcome, words=words)] == found
    assert is_decided_again(outcome) == is_again


def test_upheld_case_is_decided_again_by_new_members_alone():
    assert can_decide_again([8, 9, 10], INVOLVED).allowed
    assert can_decide_again([8, 3], INVOLVED).reason == (
        "After an appeal new members decide. Ask those who had a part in the case to leave the room."
    )
