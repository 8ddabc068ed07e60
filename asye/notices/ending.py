"""What people are told when a year comes to its end. No mail says how it was judged."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeKind, declare
from asye.notices.year import YearContext


@dataclass(frozen=True, kw_only=True)
class QueriedContext(YearContext):
    """Beside that, until when the questions are to be answered; empty where no day is set."""

    due: str = ""


def _kind(name: str) -> NoticeKind:
    return NoticeKind(f"asye.ending.{name}", f"asye/email/ending_{name}.txt", YearContext)


RECOMMENDED = _kind("recommended")
QUERIED = NoticeKind("asye.ending.queried", "asye/email/ending_queried.txt", QueriedContext)
MODERATED = _kind("moderated")
TO_DECIDE = _kind("to_decide")
DECIDED = _kind("decided")
DECIDED_FOR_STAFF_RECORD = _kind("decided_for_staff_record")
CERTIFIED = _kind("certified")
WITHDRAWN = _kind("withdrawn")
STARTS_LATER = _kind("starts_later")
STARTS = _kind("starts")

declare(
    RECOMMENDED,
    QUERIED,
    MODERATED,
    TO_DECIDE,
    DECIDED,
    DECIDED_FOR_STAFF_RECORD,
    CERTIFIED,
    WITHDRAWN,
    STARTS_LATER,
    STARTS,
)
