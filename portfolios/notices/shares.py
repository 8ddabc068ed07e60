"""What somebody is told who is let read a portfolio. No mail holds a word of it."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class SharedContext(NoticeContext):
    """Who shares it, and what she asks of the reader."""

    who: str
    note: str


SHARED = NoticeKind("portfolios.share.shared", "portfolios/email/share_shared.txt", SharedContext)

declare(SHARED)
