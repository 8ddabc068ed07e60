"""What the person and whoever decides are told about what is to count. No mail says what."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class AgreementContext(NoticeContext):
    """Who did it."""

    who: str


def _kind(name: str) -> NoticeKind:
    return NoticeKind(f"pathways.agreement.{name}", f"pathways/email/agreement_{name}.txt", AgreementContext)


AGREEMENT_ASKED = _kind("asked")
AGREEMENT_AGREED = _kind("agreed")
AGREEMENT_DECLINED = _kind("declined")
AGREEMENT_NOTED = _kind("noted")

declare(AGREEMENT_ASKED, AGREEMENT_AGREED, AGREEMENT_DECLINED, AGREEMENT_NOTED)
