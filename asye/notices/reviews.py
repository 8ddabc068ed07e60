"""What people are told of reviews, concerns and plans of support. No mail holds a word of what is written there."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeKind, declare
from asye.notices.year import YearContext


@dataclass(frozen=True, kw_only=True)
class ReviewContext(YearContext):
    """Beside that, which review: "six-month review"."""

    which: str


def _review(name: str) -> NoticeKind:
    return NoticeKind(f"asye.review.{name}", f"asye/email/review_{name}.txt", ReviewContext)


def _concern(name: str) -> NoticeKind:
    return NoticeKind(f"asye.concern.{name}", f"asye/email/concern_{name}.txt", YearContext)


TO_WRITE = _review("to_write")
TO_SIGN = _review("to_sign")
REOPENED = _review("reopened")
LOCKED = _review("locked")
NOTED = _concern("noted")
GOES_ON = _concern("goes_on")
CLOSED = _concern("closed")

declare(TO_WRITE, TO_SIGN, REOPENED, LOCKED, NOTED, GOES_ON, CLOSED)
