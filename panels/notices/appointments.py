"""What people are told on the way from eligible to a post. No mail says whether somebody was appointed."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeKind, declare
from panels.notices.case import CaseContext


@dataclass(frozen=True, kw_only=True)
class PostContext(CaseContext):
    """Beside that, which post: the title of the vacancy, empty where none was named."""

    post: str


@dataclass(frozen=True, kw_only=True)
class WhenContext(PostContext):
    """Beside that, when the interview was to be."""

    when: str


@dataclass(frozen=True, kw_only=True)
class InterviewContext(WhenContext):
    """Beside that, where it is."""

    place: str


INVITED = NoticeKind("panels.appointment.invited", "panels/email/appointment_invited.txt", InterviewContext)
ANSWERED = NoticeKind("panels.appointment.answered", "panels/email/appointment_answered.txt", PostContext)
FOR_STAFF_RECORD = NoticeKind(
    "panels.appointment.for_staff_record", "panels/email/appointment_for_staff.txt", PostContext
)
STOPPED = NoticeKind("panels.appointment.stopped", "panels/email/appointment_stopped.txt", WhenContext)

declare(INVITED, ANSWERED, FOR_STAFF_RECORD, STOPPED)
