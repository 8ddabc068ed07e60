"""What people are told when a year goes to another employer."""

from academy.engines.notify.kinds import NoticeKind, declare
from asye.notices.ending import EndingContext

RELEASED = NoticeKind("asye.transfer.released", "asye/email/transfer_released.txt", EndingContext)
WAITING = NoticeKind("asye.transfer.waiting", "asye/email/transfer_waiting.txt", EndingContext)
CLAIMED = NoticeKind("asye.transfer.claimed", "asye/email/transfer_claimed.txt", EndingContext)

declare(RELEASED, WAITING, CLAIMED)
