"""What people are told of the beginning of a year, and of parts in it that change hands."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeKind, declare
from asye.notices.year import YearContext


@dataclass(frozen=True, kw_only=True)
class EnrolmentContext(YearContext):
    """Beside that, the part that is told of, and its first day or the year's."""

    part: str
    day: str


ENROLLED = NoticeKind("asye.enrolment.enrolled", "asye/email/enrolled.txt", EnrolmentContext)
ASSIGNED = NoticeKind("asye.part.assigned", "asye/email/part_assigned.txt", EnrolmentContext)
HANDED_OVER = NoticeKind("asye.part.handed_over", "asye/email/part_handed_over.txt", EnrolmentContext)

declare(ENROLLED, ASSIGNED, HANDED_OVER)
