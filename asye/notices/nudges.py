"""A nudge: what waits for the reader and since when, sent by somebody who read it first."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class NudgeContext(NoticeContext):
    """Who sends it, and what waits in which years."""

    who: str
    what: str


NUDGE = NoticeKind("asye.nudge.sent", "asye/email/nudge.txt", NudgeContext)

declare(NUDGE)
