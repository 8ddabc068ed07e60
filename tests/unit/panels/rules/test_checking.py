from datetime import UTC, datetime

import pytest

from panels.choices.cases import AskedState, CaseState
from panels.rules.checking import (
    Ask,
    Asked,
    can_accept,
    can_answer,
    can_ask,
    can_hand_back,
    can_settle,
    comes_back_to,
    faults_of,
)

KNOWN = ("report", "feedback", "audit")


def asked(code="report", state=AskedState.ASKED, *, by=7, day=1) -> Asked:
    return Asked(
        code=code,
        title=f"The {code}",
        state=state,
        asked_by=by,
        asked_at=datetime(2026, 8, day, 12, tzinfo=UTC),
    )


@pytest.mark.parametrize("state", [CaseState.RECEIVED, CaseState.CHANGES_MADE])
@pytest.mark.parametrize(
    "items", [[], [asked(state=AskedState.MENDED)], [asked(state=AskedState.SETTLED), asked(state=AskedState.MENDED)]]
)
def test_case_with_nothing_still_to_mend_is_accepted(state, items):
    assert can_accept(state, items).allowed


@pytest.mark.parametrize(
    ("state", "items", "says"),
    [
        (
            CaseState.CHANGES_ASKED,
            [asked(), asked("audit"), asked("feedback", AskedState.MENDED)],
            "Wait for “The report” and “The audit”. The candidate was asked to mend it.",
        ),
        (CaseState.CHANGES_ASKED, [], "Wait for what was asked for. The candidate was asked to mend it."),
        (CaseState.DRAFT, [], "Only a case that is handed in and not accepted yet can be accepted."),
        (CaseState.IN_REVIEW, [], "Only a case that is handed in and not accepted yet can be accepted."),
        (CaseState.CHANGES_MADE, [asked()], "Ask the candidate for “The report”, or settle it first."),
    ],
)
def test_case_that_is_not_complete_or_not_there_is_not_accepted(state, items, says):
    assert can_accept(state, items).reason == says


def test_case_is_accepted_once_every_check_is_looked_at():
    decision = can_accept(CaseState.RECEIVED, [], not_looked_at=["the endorsement", "the pieces"])

    assert (decision.field, decision.reason) == (
        "looked_at",
        "Look at “the endorsement” and “the pieces” first.",
    )


def test_what_the_record_says_no_to_is_never_ticked_away():
    decision = can_accept(CaseState.RECEIVED, [], not_met=["Her registration is live"], not_looked_at=["the pieces"])
    assert decision.reason == (
        "The record says no to “Her registration is live”. Ask the candidate, or have the record put right."
    )


def test_items_with_a_reason_each_are_asked_for():
    asks = [Ask("report", "The last page is missing."), Ask("audit", "It is older than a year.")]

    assert faults_of(asks, known=KNOWN, open_codes=["feedback"]) == ()


@pytest.mark.parametrize(
    ("asks", "found"),
    [
        ([], [("items", "Choose at least one item that is to be mended.")]),
        ([Ask("hat", "Why")], [("items", "Choose each item once, from the list of this panel.")]),
        (
            [Ask("report", "Why"), Ask("report", "Again")],
            [("items", "Choose each item once, from the list of this panel.")],
        ),
        (
            [Ask("report", " "), Ask("audit", "x" * 501), Ask("feedback", "Why")],
            [
                ("reason_report", "Write what is to be mended and why. The candidate reads it."),
                ("reason_audit", "Use at most 500 characters."),
                (
                    "reason_feedback",
                    "This is asked for already. Wait for the candidate, or settle it first.",
                ),
            ],
        ),
    ],
)
def test_asking_without_item_or_reason_is_said_beside_its_question(asks, found):
    faults = faults_of(asks, known=KNOWN, open_codes=["feedback"])

    assert [(fault.field, fault.says) for fault in faults] == found


@pytest.mark.parametrize("state", CaseState)
def test_items_are_asked_for_while_the_case_is_looked_through(state):
    assert can_ask(state).allowed == (state in (CaseState.RECEIVED, CaseState.CHANGES_MADE))


@pytest.mark.parametrize("state", AskedState)
def test_item_is_settled_once(state):
    assert can_settle(state).allowed == (state != AskedState.SETTLED)


@pytest.mark.parametrize(
    ("state", "is_candidate", "words", "says"),
    [
        (AskedState.ASKED, True, "I added the last page.", ""),
        (AskedState.ASKED, False, "I added the last page.", "Only the candidate says what she mended."),
        (AskedState.MENDED, True, "Again", "This is not asked for any more. There is nothing to mend."),
        (AskedState.SETTLED, True, "Again", "This is not asked for any more. There is nothing to mend."),
        (AskedState.ASKED, True, " ", "Say in a sentence what you changed."),
        (AskedState.ASKED, True, "x" * 501, "Use at most 500 characters."),
    ],
)
def test_only_the_candidate_says_what_she_mended(state, is_candidate, words, says):
    assert can_answer(state, is_candidate=is_candidate, words=words).reason == says


def test_case_goes_back_once_everything_is_mended():
    assert can_hand_back([asked(state=AskedState.MENDED), asked("audit", AskedState.SETTLED)]).allowed
    assert can_hand_back([asked(), asked("audit", AskedState.MENDED)]).reason == (
        "Mend “The report” first, and say what you changed."
    )


def test_mended_case_comes_back_to_whoever_asked_last():
    assert comes_back_to([asked(by=7, day=1), asked("audit", by=8, day=3), asked("feedback", by=9, day=2)]) == 8
    assert comes_back_to([]) is None
