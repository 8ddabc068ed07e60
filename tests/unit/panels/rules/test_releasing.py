from dataclasses import replace
from datetime import date

import pytest

from panels.choices.outcomes import LetterState
from panels.choices.panels import MeetingState, MemberSort
from panels.choices.policy import Releaser
from panels.rules.policy import PLAIN
from panels.rules.releasing import Releasing, ToTell, can_release, can_release_on, missing_for, tells
from panels.rules.visibility import As

BOTH = (MemberSort.PSW_CHILDREN, MemberSort.LEAD_ADULTS)
FIRST = ToTell(title="case 12", letter=LetterState.READ, feedback_from=frozenset(BOTH))
SECOND = replace(FIRST, title="case 14")
READY = Releasing(
    state=MeetingState.CLOSED,
    is_released=False,
    cases=(FIRST, SECOND),
    feedback_by=BOTH,
)


def test_decisions_with_letters_read_and_feedback_named_are_told():
    assert missing_for(READY) == ()
    assert can_release(READY).allowed


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"is_released": True, "state": MeetingState.OPEN}, ("These decisions were told already.",)),
        ({"state": MeetingState.OPEN}, ("Close the meeting first.",)),
        (
            {"undecided": 1},
            ("1 case is not decided yet. Decide, or put off to another sitting with a reason.",),
        ),
        (
            {"undecided": 2},
            ("2 cases are not decided yet. Decide, or put off to another sitting with a reason.",),
        ),
        ({"cases": ()}, ("Nothing was decided here, so there is nothing to tell.",)),
        ({"is_own": True}, ("You take no part in a case among them. Ask somebody else who may tell them all.",)),
        (
            {"cases": (replace(FIRST, letter=None), replace(SECOND, letter=LetterState.WRITTEN))},
            ("Write the letter of case 12.", "Read the letter of case 14."),
        ),
        (
            {"cases": (replace(FIRST, letter=LetterState.WRITTEN), replace(SECOND, letter=LetterState.WRITTEN))},
            ("Read the letter of case 12 and case 14.",),
        ),
        (
            {"cases": (replace(FIRST, feedback_from=frozenset(BOTH[:1])), SECOND)},
            ("Name who gives feedback as Lead adult social worker to case 12.",),
        ),
    ],
)
def test_what_keeps_decisions_from_being_told_is_said(change, says):
    releasing = replace(READY, **change)

    assert missing_for(releasing) == says
    assert can_release(releasing).reason == " ".join(says)


def test_no_feedback_is_asked_for_where_the_policy_names_nobody():
    assert can_release(replace(READY, feedback_by=(), cases=(replace(FIRST, feedback_from=frozenset()),))).allowed


def test_an_asye_needs_no_letter_and_a_deferral_no_feedback():
    back = ToTell(title="case 15", letter=None, goes_by_letter=False, gets_feedback=False)
    deferred = ToTell(title="case 16", letter=LetterState.READ, gets_feedback=False)

    assert can_release(replace(READY, cases=(back, deferred))).allowed


@pytest.mark.parametrize(
    ("release_by", "who"),
    [
        ((Releaser.ACADEMY_LEAD,), {As.LEAD}),
        ((Releaser.CHAIR,), {As.CHAIR}),
        ((Releaser.ACADEMY_LEAD, Releaser.CHAIR), {As.LEAD, As.CHAIR}),
    ],
)
def test_who_tells_is_whom_the_policy_names(release_by, who):
    rules = replace(PLAIN, release_by=release_by)
    assert {part for part in As if tells(rules, {part})} == who
    assert tells(rules, set()) is False


@pytest.mark.parametrize(
    ("day", "note", "reason"),
    [
        (date(2026, 11, 30), "", ""),
        (date(2026, 12, 1), "The chair was ill.", ""),
        (date(2026, 12, 1), " ", "They were to go by 30 November 2026. Write why they go later."),
        (date(2026, 12, 1), "x" * 601, None),
    ],
)
def test_letters_go_later_with_a_note_of_why(day, note, reason):
    judged = can_release_on(day, due_on=date(2026, 11, 30), note=note)
    assert judged.allowed is (reason == "")
    if reason is not None:
        assert judged.reason == reason
