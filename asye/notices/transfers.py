"""What people are told when a year goes to another employer."""

from academy.engines.notify.kinds import NoticeKind, declare
from asye.notices.year import YearContext

RELEASED = NoticeKind("asye.transfer.released", "asye/email/transfer_released.txt", YearContext)
WAITING = NoticeKind("asye.transfer.waiting", "asye/email/transfer_waiting.txt", YearContext)
CLAIMED = NoticeKind("asye.transfer.claimed", "asye/email/transfer_claimed.txt", YearContext)

declare(RELEASED, WAITING, CLAIMED)
