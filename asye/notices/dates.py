"""What those who have a part in a year are told of its dates. No mail says why one moves."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeKind, declare
from asye.notices.year import YearContext


@dataclass(frozen=True, kw_only=True)
class DateContext(YearContext):
    """Beside that, what the date is for, and the new day."""

    what: str
    day: str


MOVED = NoticeKind("asye.date.moved", "asye/email/date_moved.txt", DateContext)

declare(MOVED)
