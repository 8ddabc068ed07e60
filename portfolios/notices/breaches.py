"""What is told of a breach of confidentiality. No mail says where it stands, or whom it tells of."""

from dataclasses import dataclass

from academy.engines.notify.kinds import NoticeContext, NoticeKind, declare


@dataclass(frozen=True, kw_only=True)
class BreachContext(NoticeContext):
    """Who found or settled it, and by when it is to be corrected, in words."""

    who: str
    by_when: str


@dataclass(frozen=True, kw_only=True)
class GovernanceContext(NoticeContext):
    """Who noted it, where, and under which number it is asked for."""

    who: str
    organisation: str
    number: int


def _kind(name: str) -> NoticeKind:
    return NoticeKind(f"portfolios.breach.{name}", f"portfolios/email/breach_{name}.txt", BreachContext)


def _governance(name: str, *, inbox: bool) -> NoticeKind:
    template = "portfolios/email/breach_governance.txt"
    return NoticeKind(f"portfolios.breach.{name}", template, GovernanceContext, inbox=inbox)


MINOR = _kind("minor")
MAJOR = _kind("major")
CORRECTED = _kind("corrected")
REFUSED = _kind("refused")
GOVERNANCE = _governance("governance", inbox=True)
GOVERNANCE_OUTSIDE = _governance("governance_outside", inbox=False)

declare(MINOR, MAJOR, CORRECTED, REFUSED, GOVERNANCE, GOVERNANCE_OUTSIDE)
