from datetime import UTC, datetime, timedelta

import pytest

from academy.engines.workflow.decisions import ALLOWED
from academy.people.choices import InvitationState
from academy.people.rules.decisions import refused
from academy.people.rules.invitations import (
    InvitationFacts,
    can_accept,
    can_invite,
    can_resend,
    can_withdraw,
    state_at,
)

NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("invitation", "state"),
    [
        (InvitationFacts(expires_at=NOON + SECOND), InvitationState.OPEN),
        (InvitationFacts(expires_at=NOON), InvitationState.EXPIRED),
        (InvitationFacts(expires_at=NOON + SECOND, accepted_at=NOON - SECOND), InvitationState.ACCEPTED),
        (InvitationFacts(expires_at=NOON, accepted_at=NOON - SECOND), InvitationState.ACCEPTED),
        (InvitationFacts(expires_at=NOON + SECOND, withdrawn_at=NOON - SECOND), InvitationState.WITHDRAWN),
    ],
)
def test_invitation_stands_as_its_times_say(invitation, state):
    assert state_at(invitation, NOON) == state


def invite(*, has_account=False, belongs=True, has_unended=False, email_is_taken=False):
    return can_invite(has_account=has_account, belongs=belongs, has_unended=has_unended, email_is_taken=email_is_taken)


def test_person_of_the_organisation_without_account_may_be_invited():
    assert invite() == ALLOWED


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        (
            {"has_account": True},
            refused("This person has an account already. She can sign in or ask for a new password.", "person"),
        ),
        (
            {"belongs": False},
            refused("This person does not belong to the organisation. Begin a post or membership first.", "person"),
        ),
        (
            {"has_unended": True},
            refused("An invitation was sent already. Send that one again, or withdraw it.", "person"),
        ),
        (
            {"email_is_taken": True},
            refused("An account with this address exists. Give an address that is this person's own.", "email"),
        ),
    ],
)
def test_invitation_that_cannot_be_sent_says_what_to_do(facts, refusal):
    assert invite(**facts) == refusal


@pytest.mark.parametrize(
    ("state", "refusal"),
    [
        (InvitationState.OPEN, ALLOWED),
        (InvitationState.EXPIRED, ALLOWED),
        (
            InvitationState.ACCEPTED,
            refused("This invitation was accepted already. There is nothing to send again."),
        ),
        (InvitationState.WITHDRAWN, refused("This invitation was withdrawn. Send a new one instead.")),
    ],
)
def test_only_what_is_not_ended_is_sent_again(state, refusal):
    assert can_resend(state) == refusal


@pytest.mark.parametrize(
    ("state", "refusal"),
    [
        (InvitationState.OPEN, ALLOWED),
        (InvitationState.EXPIRED, ALLOWED),
        (InvitationState.ACCEPTED, refused("This invitation was accepted already and cannot be withdrawn.")),
        (InvitationState.WITHDRAWN, refused("This invitation was withdrawn already.")),
    ],
)
def test_only_what_is_not_ended_is_withdrawn(state, refusal):
    assert can_withdraw(state) == refusal


CLOSED = refused("This invitation cannot be used any more. Ask who invited you to send it again.")


@pytest.mark.parametrize("state", InvitationState)
def test_only_an_open_invitation_is_accepted(state):
    expected = ALLOWED if state == InvitationState.OPEN else CLOSED

    assert can_accept(state, has_account=False, email_is_taken=False) == expected


def test_open_invitation_makes_no_second_account():
    assert can_accept(InvitationState.OPEN, has_account=True, email_is_taken=False) == CLOSED
    assert can_accept(InvitationState.OPEN, has_account=False, email_is_taken=True) == CLOSED
