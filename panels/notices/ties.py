"""What whoever chairs is told of ties: one to be decided on, and that somebody who had the case is out of it."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare
from panels.notices.case import CaseContext


@dataclass(frozen=True, kw_only=True)
class TieContext(CaseContext):
    """`who` is connected with the case. What connects her stands on the page alone."""

    who: str


OPENED = NoticeKind("panels.tie.opened", "panels/email/tie_opened.txt", TieContext)
STEPPED_OUT = NoticeKind("panels.tie.stepped_out", "panels/email/tie_stepped_out.txt", TieContext)
# To herself, who does not see the case any more: of no case in particular.
RELIEVED = NoticeKind("panels.assignment.relieved", "panels/email/assignment_relieved.txt", NoticeContext)

declare(OPENED, STEPPED_OUT, RELIEVED)
