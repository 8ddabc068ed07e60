"""Invitations: those of an organisation, and the one a link opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from academy.identity.actor import Actor
from academy.people.choices import KEEPER_ROLES, InvitationState
from academy.people.models import Invitation
from academy.people.rules.invitations import InvitationFacts, can_resend, can_withdraw, state_at


@dataclass(frozen=True)
class InvitationLine:
    """An invitation as those who sent it see it."""

    invitation: Invitation
    state: InvitationState
    can_resend: bool
    can_withdraw: bool


def visible_to(actor: Actor) -> QuerySet[Invitation]:
    """Invitations of the organisations whose people the actor keeps, newest first."""
    kept = {role.organisation_id for role in actor.roles if role.code in KEEPER_ROLES}
    return Invitation.objects.filter(organisation_id__in=kept).select_related("person", "organisation", "invited_by")


def unended(invitations: QuerySet[Invitation]) -> QuerySet[Invitation]:
    """Of the invitations, those neither accepted nor withdrawn: waiting, or run out."""
    return invitations.filter(accepted_at=None, withdrawn_at=None)


def lines_of(invitations: Sequence[Invitation], at: datetime) -> list[InvitationLine]:
    """The invitations with how they stand at a moment, and what can be done with them."""
    states = [state_at(facts_of(invitation), at) for invitation in invitations]
    return [
        InvitationLine(
            invitation=invitation,
            state=state,
            can_resend=can_resend(state).allowed,
            can_withdraw=can_withdraw(state).allowed,
        )
        for invitation, state in zip(invitations, states, strict=True)
    ]


def opened_by(token_hash: str) -> Invitation | None:
    """The invitation whose link holds the token with this hash; None for one that never was or was replaced."""
    found = Invitation.objects.filter(token_hash=token_hash)
    return found.select_related("person", "organisation", "invited_by").first()


def facts_of(invitation: Invitation) -> InvitationFacts:
    """What rules need to know of an invitation."""
    return InvitationFacts(invitation.expires_at, invitation.accepted_at, invitation.withdrawn_at)
