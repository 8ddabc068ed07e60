"""What people are told of reviews, concerns and plans of support. No mail holds a word of what is written there."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class ReviewContext(NoticeContext):
    """Who did it, which review ("six-month review"), and whose year it is; empty where it is the reader's own."""

    who: str
    which: str
    whose: str = ""


@dataclass(frozen=True, kw_only=True)
class ConcernContext(NoticeContext):
    """Who did it, and whose year it is; empty where it is the reader's own."""

    who: str
    whose: str = ""


def _review(name: str) -> NoticeKind:
    return NoticeKind(f"asye.review.{name}", f"asye/email/review_{name}.txt", ReviewContext)


def _concern(name: str) -> NoticeKind:
    return NoticeKind(f"asye.concern.{name}", f"asye/email/concern_{name}.txt", ConcernContext)


TO_WRITE = _review("to_write")
TO_SIGN = _review("to_sign")
REOPENED = _review("reopened")
LOCKED = _review("locked")
NOTED = _concern("noted")
GOES_ON = _concern("goes_on")
CLOSED = _concern("closed")

declare(TO_WRITE, TO_SIGN, REOPENED, LOCKED, NOTED, GOES_ON, CLOSED)
