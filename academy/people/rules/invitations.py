"""What may be done with an invitation, and how it stands at a moment."""

from dataclasses import dataclass
from datetime import datetime

from academy.engines.workflow.decisions import ALLOWED, Decision
from academy.people.choices import InvitationState
from academy.people.rules.decisions import refused


@dataclass(frozen=True)
class InvitationFacts:
    expires_at: datetime
    accepted_at: datetime | None = None
    withdrawn_at: datetime | None = None


def state_at(invitation: InvitationFacts, at: datetime) -> InvitationState:
    """How it stands: it can be accepted up to, not at, the moment it expires."""
    if invitation.accepted_at is not None:
        return InvitationState.ACCEPTED
    if invitation.withdrawn_at is not None:
        return InvitationState.WITHDRAWN
    return InvitationState.OPEN if at < invitation.expires_at else InvitationState.EXPIRED


def can_invite(*, has_account: bool, belongs: bool, has_unended: bool, email_is_taken: bool) -> Decision:
    """May the person be invited? She belongs to the organisation, has no account, and no invitation waits for her."""
    if has_account:
        return refused("This person has an account already. She can sign in or ask for a new password.", "person")
    if not belongs:
        return refused("This person does not belong to the organisation. Begin a post or membership first.", "person")
    if has_unended:
        return refused("An invitation was sent already. Send that one again, or withdraw it.", "person")
    if email_is_taken:
        return refused("An account with this address exists. Give an address that is this person's own.", "email")
    return ALLOWED


def can_resend(state: InvitationState) -> Decision:
    """What is open or ran out can be sent again; what was accepted or withdrawn cannot."""
    if state == InvitationState.ACCEPTED:
        return refused("This invitation was accepted already. There is nothing to send again.")
    if state == InvitationState.WITHDRAWN:
        return refused("This invitation was withdrawn. Send a new one instead.")
    return ALLOWED


def can_withdraw(state: InvitationState) -> Decision:
    if state == InvitationState.ACCEPTED:
        return refused("This invitation was accepted already and cannot be withdrawn.")
    if state == InvitationState.WITHDRAWN:
        return refused("This invitation was withdrawn already.")
    return ALLOWED


def can_accept(state: InvitationState, *, has_account: bool, email_is_taken: bool) -> Decision:
    """An open invitation makes one account, once."""
    if state != InvitationState.OPEN or has_account or email_is_taken:
        return refused("This invitation cannot be used any more. Ask who invited you to send it again.")
    return ALLOWED
