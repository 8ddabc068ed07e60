"""What author and signers are told while a portfolio is signed, returned and handed in. No mail holds a word of it."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class PortfolioContext(NoticeContext):
    """Who did it."""

    who: str


def _kind(name: str) -> NoticeKind:
    return NoticeKind(f"portfolios.portfolio.{name}", f"portfolios/email/portfolio_{name}.txt", PortfolioContext)


TO_SIGN = _kind("to_sign")
ENDORSED = _kind("endorsed")
RETURNED = _kind("returned")
OPENED_AGAIN = _kind("opened_again")
HANDED_IN = _kind("handed_in")

declare(TO_SIGN, ENDORSED, RETURNED, OPENED_AGAIN, HANDED_IN)
