from datetime import date

import pytest

from panels.choices.cases import WITH_PANEL, CaseKind, CaseState
from panels.rules.ball import Ball, Waiting, ball, ball_outside
from panels.rules.visibility import As

MOVED, ACCEPTED, SIGNING = date(2026, 9, 1), date(2026, 8, 20), date(2026, 8, 3)


def waiting(state: CaseState, **said) -> Waiting:
    return Waiting(state=state, moved_on=MOVED, accepted_on=ACCEPTED, **said)


@pytest.mark.parametrize(
    ("state", "whose"),
    [
        (CaseState.DRAFT, As.CANDIDATE),
        (CaseState.RECEIVED, As.CLERK),
        (CaseState.CHANGES_ASKED, As.CANDIDATE),
        (CaseState.CHANGES_MADE, As.CLERK),
        (CaseState.ACCEPTED, As.CHAIR),
        (CaseState.IN_REVIEW, As.REVIEWER),
        (CaseState.REVIEWS_IN, As.CHAIR),
        (CaseState.LOOKED_AGAIN, As.MODERATOR),
        (CaseState.ON_AGENDA, As.MEMBER),
        (CaseState.DECIDED, As.LEAD),
        (CaseState.DEFERRED, As.CLERK),
    ],
)
def test_each_state_waits_for_somebody_since_it_moved(state, whose):
    found = ball(waiting(state))
    assert (found.whose, found.since_on) == (whose, MOVED)


@pytest.mark.parametrize(
    ("is_settled", "what"),
    [
        (None, "to go through its reviews"),
        (True, "to put it on the agenda"),
        (False, "to have its reviews looked at once more"),
    ],
)
def test_reviews_that_are_in_wait_for_what_is_left_to_do(is_settled, what):
    assert ball(waiting(CaseState.REVIEWS_IN, is_settled=is_settled)) == Ball(As.CHAIR, what, MOVED)


def test_what_is_decided_waits_for_who_tells_it():
    found = ball(waiting(CaseState.DECIDED, told_by=As.CHAIR))
    assert found == Ball(As.CHAIR, "to tell what was decided", MOVED)


@pytest.mark.parametrize("state", [CaseState.RELEASED, CaseState.WITHDRAWN])
def test_a_case_that_is_over_waits_for_nobody(state):
    assert (ball(waiting(state)), ball_outside(waiting(state))) == (None, None)


def test_a_portfolio_being_signed_waits_for_the_line_manager():
    found = ball(waiting(CaseState.DRAFT, signing_on=SIGNING, wants_word=True))
    assert found == Ball(As.MANAGER, "to sign the portfolio", SIGNING)


def test_an_endorsed_portfolio_waits_for_her_word():
    found = ball(waiting(CaseState.DRAFT, wants_word=True))
    assert (found.whose, found.what, found.called) == (
        As.MANAGER,
        "to say whether a formal process is open",
        "The line manager",
    )


def test_a_post_by_interview_waits_for_who_recruits():
    said = {"kind": CaseKind.APPOINTMENT}
    found = [ball(waiting(CaseState.ACCEPTED, **said)), ball_outside(waiting(CaseState.ACCEPTED, **said))]
    assert [(each.whose, each.since_on) for each in found] == [(As.RECRUITER, MOVED), (As.RECRUITER, ACCEPTED)]


@pytest.mark.parametrize("state", WITH_PANEL)
def test_outside_nothing_tells_how_far_the_panel_is(state):
    assert ball_outside(waiting(state)) == Ball(As.MEMBER, "to judge and decide", ACCEPTED)


@pytest.mark.parametrize("state", [CaseState.DRAFT, CaseState.CHANGES_ASKED, CaseState.DEFERRED])
def test_before_the_panel_has_it_outside_and_inside_are_the_same(state):
    assert ball_outside(waiting(state)) == ball(waiting(state))


def test_without_a_day_of_acceptance_it_waits_since_it_moved():
    known = Waiting(state=CaseState.IN_REVIEW, moved_on=MOVED)
    assert ball_outside(known).since_on == MOVED
    assert ball_outside(Waiting(state=CaseState.ACCEPTED, kind=CaseKind.APPOINTMENT, moved_on=MOVED)).since_on == MOVED
