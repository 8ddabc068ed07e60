"""What those who have a part in a year are told of a pause, an extension or other hours. No mail says why."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class ChangeContext(NoticeContext):
    """Who did it, whose year it is (empty where it is the reader's own), and the last day of the year by it, or as it
    stays."""

    who: str
    whose: str
    end: str


def _kind(name: str) -> NoticeKind:
    return NoticeKind(f"asye.change.{name}", f"asye/email/change_{name}.txt", ChangeContext)


TO_AGREE = _kind("to_agree")
AGREED = _kind("agreed")
REFUSED = _kind("refused")
TAKEN_BACK = _kind("taken_back")
BACK = _kind("back")

declare(TO_AGREE, AGREED, REFUSED, TAKEN_BACK, BACK)
