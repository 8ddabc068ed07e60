"""What people are told of an agreement. No mail holds a word of it."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class AgreementContext(NoticeContext):
    """Who did it, and whose agreement it is; empty where it is her own."""

    who: str
    whose: str


def _kind(name: str) -> NoticeKind:
    return NoticeKind(f"asye.agreement.{name}", f"asye/email/agreement_{name}.txt", AgreementContext)


TO_WRITE = _kind("to_write")
TO_SIGN = _kind("to_sign")
SIGNED = _kind("signed")

declare(TO_WRITE, TO_SIGN, SIGNED)
