"""What people are told of the beginning of a year, and of parts in it that change hands."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class EnrolmentContext(NoticeContext):
    """Who did it, whose year it is (empty where it is the reader's own), the reader's part, and the first day."""

    who: str
    whose: str
    part: str
    day: str


ENROLLED = NoticeKind("asye.enrolment.enrolled", "asye/email/enrolled.txt", EnrolmentContext)
ASSIGNED = NoticeKind("asye.part.assigned", "asye/email/part_assigned.txt", EnrolmentContext)
HANDED_OVER = NoticeKind("asye.part.handed_over", "asye/email/part_handed_over.txt", EnrolmentContext)

declare(ENROLLED, ASSIGNED, HANDED_OVER)
