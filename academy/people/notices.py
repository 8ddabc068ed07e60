"""What people are told about their account."""

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

declare(INVITATION)
