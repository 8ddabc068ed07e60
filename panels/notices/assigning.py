"""What people are told as a case is given to them to judge, declined, or goes to somebody else."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeKind, declare
from panels.notices.case import CaseContext


@dataclass(frozen=True, kw_only=True)
class AskedContext(CaseContext):
    """Beside that, by when she answers and by when the case is judged."""

    answer_by: str
    due: str


@dataclass(frozen=True, kw_only=True)
class DeclinedContext(CaseContext):
    """`who` declined. Why stands on the page alone."""

    who: str


ASKED = NoticeKind("panels.assignment.asked", "panels/email/assignment_asked.txt", AskedContext)
DECLINED = NoticeKind("panels.assignment.declined", "panels/email/assignment_declined.txt", DeclinedContext)
TAKEN_OFF = NoticeKind("panels.assignment.taken_off", "panels/email/assignment_taken_off.txt", CaseContext)

declare(ASKED, DECLINED, TAKEN_OFF)
