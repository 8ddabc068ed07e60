"""What is told about examples. No mail holds a word of them."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class ExemplarContext(NoticeContext):
    """Who did it, and why where it was put back."""

    who: str
    reason: str = ""


EXEMPLAR_SHOWN = NoticeKind("portfolios.exemplar.shown", "portfolios/email/exemplar_shown.txt", ExemplarContext)
EXEMPLAR_PUT_BACK = NoticeKind(
    "portfolios.exemplar.put_back", "portfolios/email/exemplar_put_back.txt", ExemplarContext
)

declare(EXEMPLAR_SHOWN, EXEMPLAR_PUT_BACK)
