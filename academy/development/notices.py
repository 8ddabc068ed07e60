"""What people are told about renewing."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class NudgeContext(NoticeContext):
    """Who reminds, of which regulator's renewal, when it closes in words, and the acts that are not noted."""

    who: str
    regulator: str
    closes: str
    missing: tuple[str, ...]


RENEWAL_NUDGE = NoticeKind("development.season.nudged", "development/email/renewal_nudge.txt", NudgeContext)

declare(RENEWAL_NUDGE)
