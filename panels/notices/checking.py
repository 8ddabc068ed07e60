"""What people are told as a submission is looked through. No mail says what is to be mended, or why."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeKind, declare
from panels.notices.case import CaseContext


@dataclass(frozen=True, kw_only=True)
class AskedContext(CaseContext):
    """Beside that, the last day to mend what is asked for."""

    due: str


ASKED = NoticeKind("panels.checking.asked", "panels/email/checking_asked.txt", AskedContext)
ANSWERED = NoticeKind("panels.checking.answered", "panels/email/checking_answered.txt", CaseContext)
SETTLED = NoticeKind("panels.checking.settled", "panels/email/checking_settled.txt", CaseContext)
ACCEPTED = NoticeKind("panels.checking.accepted", "panels/email/checking_accepted.txt", CaseContext)

declare(ASKED, ANSWERED, SETTLED, ACCEPTED)
