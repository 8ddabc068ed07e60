"""What people are told about talks with peers and about renewing. No mail holds a word of the entry."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class PeerContext(NoticeContext):
    """Who asks or answers, and the day of the talk in words."""

    who: str
    day: str


@dataclass(frozen=True, kw_only=True)
class PeerLinkContext(PeerContext):
    """For somebody outside: for which organisation, and up to which day the link works."""

    organisation: str
    last_day: str


@dataclass(frozen=True, kw_only=True)
class NudgeContext(NoticeContext):
    """Who reminds, of which regulator's renewal, when it closes in words, and the acts that are not noted."""

    who: str
    regulator: str
    closes: str
    missing: tuple[str, ...]


PEER_ASKED = NoticeKind("development.reflection.asked", "development/email/peer_asked.txt", PeerContext)
PEER_CONFIRMED = NoticeKind("development.reflection.confirmed", "development/email/peer_confirmed.txt", PeerContext)
PEER_DECLINED = NoticeKind("development.reflection.declined", "development/email/peer_declined.txt", PeerContext)
PEER_LINK = NoticeKind(
    "development.reflection.link_sent", "development/email/peer_link.txt", PeerLinkContext, inbox=False
)
RENEWAL_NUDGE = NoticeKind("development.season.nudged", "development/email/renewal_nudge.txt", NudgeContext)

declare(PEER_ASKED, PEER_CONFIRMED, PEER_DECLINED, PEER_LINK, RENEWAL_NUDGE)
