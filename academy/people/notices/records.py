"""What people are told about their account and what they are to keep."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class InvitationContext(NoticeContext):
    """Who invites, to which academy, and until when the link works."""

    invited_by: str
    academy: str
    organisation: str
    last_day: str


INVITATION = NoticeKind(
    name="people.invitation.sent",
    template="people/email/invitation.txt",
    context_type=InvitationContext,
    inbox=False,
)


@dataclass(frozen=True, kw_only=True)
class KeeperContext(NoticeContext):
    """Who named her, for which organisation, and as what."""

    named_by: str
    organisation: str
    role: str


KEEPER_NAMED = NoticeKind(
    name="people.keeper.named",
    template="people/email/keeper_named.txt",
    context_type=KeeperContext,
)

declare(INVITATION, KEEPER_NAMED)
