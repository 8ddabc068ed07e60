"""What people are told of an agreement. No mail holds a word of it."""

from academy.engines.notify.kinds import NoticeKind, declare
from asye.notices.year import YearContext


def _kind(name: str) -> NoticeKind:
    return NoticeKind(f"asye.agreement.{name}", f"asye/email/agreement_{name}.txt", YearContext)


TO_WRITE = _kind("to_write")
TO_SIGN = _kind("to_sign")
SIGNED = _kind("signed")

declare(TO_WRITE, TO_SIGN, SIGNED)
