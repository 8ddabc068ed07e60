"""What people are told as a case is begun, handed in, put off, taken up or withdrawn. Reasons stand on its page."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare
from panels.notices.case import CaseContext


@dataclass(frozen=True, kw_only=True)
class DueContext(CaseContext):
    """Beside that, the last day to hand in."""

    due: str


@dataclass(frozen=True, kw_only=True)
class TakenUpContext(CaseContext):
    """Beside that, the day of the sitting."""

    day: str


@dataclass(frozen=True, kw_only=True)
class ReceiptContext(NoticeContext):
    """What was handed in, and which version of the portfolio, by number and fingerprint."""

    what: str
    version: str
    fingerprint: str


BEGUN = NoticeKind("panels.case.begun", "panels/email/case_begun.txt", DueContext)
RECEIPT = NoticeKind("panels.case.receipt", "panels/email/case_receipt.txt", ReceiptContext)
HANDED_IN = NoticeKind("panels.case.handed_in", "panels/email/case_handed_in.txt", CaseContext)
HANDED_IN_AGAIN = NoticeKind("panels.case.handed_in_again", "panels/email/case_handed_in_again.txt", CaseContext)
EXTENDED = NoticeKind("panels.case.extended", "panels/email/case_extended.txt", DueContext)
PUT_OFF = NoticeKind("panels.case.put_off", "panels/email/case_put_off.txt", CaseContext)
TAKEN_UP = NoticeKind("panels.case.taken_up", "panels/email/case_taken_up.txt", TakenUpContext)
WITHDRAWN = NoticeKind("panels.case.withdrawn", "panels/email/case_withdrawn.txt", CaseContext)

declare(BEGUN, RECEIPT, HANDED_IN, HANDED_IN_AGAIN, EXTENDED, PUT_OFF, TAKEN_UP, WITHDRAWN)
