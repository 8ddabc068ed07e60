"""What those who have a part in a year are told of a pause, an extension or other hours. No mail says why."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeKind, declare
from asye.notices.year import YearContext


@dataclass(frozen=True, kw_only=True)
class ChangeContext(YearContext):
    """Beside that, the last day of the year by the change, or as it stays."""

    end: str


def _kind(name: str) -> NoticeKind:
    return NoticeKind(f"asye.change.{name}", f"asye/email/change_{name}.txt", ChangeContext)


TO_AGREE = _kind("to_agree")
AGREED = _kind("agreed")
REFUSED = _kind("refused")
TAKEN_BACK = _kind("taken_back")
BACK = _kind("back")

declare(TO_AGREE, AGREED, REFUSED, TAKEN_BACK, BACK)
