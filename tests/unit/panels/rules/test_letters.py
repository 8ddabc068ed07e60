from dataclasses import fields, replace
from datetime import date

import pytest

from panels.choices.outcomes import LetterState, Outcome
from panels.rules.deciding import Aim
from panels.rules.letters import OPENING, Told, body_of, can_edit, can_read

BARE = Told(
    name="Amara",
    about="BG10 to BG11",
    sat_on=date(2026, 9, 10),
    outcome=Outcome.PROGRESSED,
    wording=" Your portfolio shows all that BG11 asks for. ",
)
APPEAL = {
    "appeal_until_on": date(2026, 10, 8),
    "appeal_to": "the academy lead",
    "appeal_words": "You can appeal if the procedure was not followed.",
}
FIRST = ("Dear Amara", "On 10 September 2026 the panel looked at your case: BG10 to BG11.")
WORDING = "Your portfolio shows all that BG11 asks for."


def paragraphs(told: Told) -> list[str]:
    return body_of(told).split("\n\n")


@pytest.mark.parametrize("outcome", Outcome)
def test_letter_says_plainly_what_was_decided(outcome):
    assert paragraphs(replace(BARE, outcome=outcome)) == [*FIRST, OPENING[outcome], WORDING]


def test_letter_of_a_progression_says_from_when_who_gives_feedback_and_how_to_appeal():
    told = replace(
        BARE,
        effective_on=date(2026, 10, 1),
        feedback_from=("Helen", "Ruth"),
        feedback_by_on=date(2026, 9, 24),
        **APPEAL,
    )

    assert paragraphs(told) == [
        *FIRST,
        "You progress.",
        WORDING,
        "Your grade changes on 1 October 2026.",
        "Helen and Ruth give you feedback by 24 September 2026.",
        (
            "You can appeal if the procedure was not followed. You have until 8 October 2026. Appeal to the academy "
            "lead."
        ),
    ]


def test_letter_of_a_step_within_a_grade_names_the_level():
    told = replace(BARE, effective_on=date(2026, 10, 1), leads_to="BG10 Level 3")

    assert paragraphs(told)[-1] == "You move to BG10 Level 3 on 1 October 2026."


def test_letter_of_a_step_with_a_vacancy_tells_of_no_grade():
    told = replace(BARE, effective_on=date(2026, 10, 1), is_eligible=True)

    assert paragraphs(told)[4:] == [
        "You are eligible for appointment now. The grade comes with a post: vacancy and interview are next."
    ]


def test_letter_of_a_not_yet_holds_the_plan_and_the_next_sitting():
    told = replace(
        BARE,
        outcome=Outcome.NOT_YET,
        aims=(
            Aim(words="Lead a complex assessment.", owner="You", due_on=date(2027, 3, 1)),
            Aim(words="Be observed once more.", owner="Your line manager", due_on=None),
        ),
        next_sitting_on=date(2027, 6, 10),
    )

    assert paragraphs(told)[4:] == [
        (
            "Your plan:\n1. Lead a complex assessment. (You, by 1 March 2027)\n"
            "2. Be observed once more. (Your line manager)"
        ),
        "You can come to the panel again on 10 June 2027.",
    ]


def test_letter_of_a_condition_names_its_day():
    told = replace(BARE, outcome=Outcome.CONDITION, condition="Finish the award.", condition_by_on=date(2027, 3, 1))

    assert paragraphs(told)[4:] == ["The condition, to be met by 1 March 2027: Finish the award."]


def test_feedback_of_one_without_a_day_and_an_appeal_without_words_are_said_shortly():
    told = replace(BARE, feedback_from=("Helen",), **{**APPEAL, "appeal_words": ""})

    assert paragraphs(told)[4:] == [
        "Helen gives you feedback.",
        "You have until 8 October 2026. Appeal to the academy lead.",
    ]


def test_letter_is_told_nothing_that_reviewers_said_or_who_they_were():
    assert [each.name for each in fields(Told)] == [
        "name",
        "about",
        "sat_on",
        "outcome",
        "wording",
        "condition",
        "condition_by_on",
        "aims",
        "next_sitting_on",
        "effective_on",
        "leads_to",
        "is_eligible",
        "feedback_from",
        "feedback_by_on",
        "appeal_until_on",
        "appeal_to",
        "appeal_words",
    ]


@pytest.mark.parametrize(
    ("state", "body", "says"),
    [
        (LetterState.WRITTEN, "Dear Amara", ""),
        (LetterState.READ, "x" * 6000, ""),
        (
            LetterState.SENT,
            "Dear Amara",
            "This letter has gone. Write to the candidate about what has changed.",
        ),
        (LetterState.WRITTEN, " ", "Write the letter. An empty one cannot go."),
        (LetterState.WRITTEN, "x" * 6001, "Use at most 6,000 characters."),
    ],
)
def test_letter_is_changed_until_it_goes(state, body, says):
    assert can_edit(state, body=body).reason == says


@pytest.mark.parametrize(
    ("state", "is_latest", "is_own", "says"),
    [
        (LetterState.WRITTEN, True, False, ""),
        (LetterState.READ, True, False, "This letter was read already."),
        (LetterState.SENT, True, False, "This letter was read already."),
        (
            LetterState.WRITTEN,
            False,
            False,
            "The case was decided again. Read the letter of the latest decision.",
        ),
        (LetterState.WRITTEN, True, True, "This letter is to you. Somebody else reads it before it goes."),
    ],
)
def test_letter_of_the_latest_decision_is_read_once_and_by_another(state, is_latest, is_own, says):
    assert can_read(state, is_latest=is_latest, is_own=is_own).reason == says
