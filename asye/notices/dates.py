"""What those who have a part in a year are told of its dates. No mail says why one moves."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class DateContext(NoticeContext):
    """Who moved it, whose year it is (empty where it is the reader's own), what the date is for, and the new day."""

    who: str
    whose: str
    what: str
    day: str


MOVED = NoticeKind("asye.date.moved", "asye/email/date_moved.txt", DateContext)

declare(MOVED)
