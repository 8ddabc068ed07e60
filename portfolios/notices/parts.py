"""What somebody is told who is to write a part of a portfolio. No mail holds a word of it."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class PartContext(NoticeContext):
    """Who named her."""

    who: str


NAMED = NoticeKind("portfolios.part.named", "portfolios/email/part_named.txt", PartContext)

declare(NAMED)
