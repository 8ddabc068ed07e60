"""What opened a portfolio, told by the app that did: a registry, because a journey, an ASYE and a course are known
beside or above portfolios; and what such an app shows of the portfolio it opened.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from portfolios.choices.portfolios import PortfolioState
from portfolios.models import Portfolio, PortfolioTemplate
from portfolios.selectors.templates import templates_for


@dataclass(frozen=True)
class Opener:
    """What a portfolio is for: "the step to BG11, panel of June 2027", and its page for whoever may open that."""

    words: str
    url: str = ""


Tell = Callable[[str, Actor], Opener | None]
_declared: dict[str, Tell] = {}


def declare(source: str, tell: Tell) -> None:
    """Let an app tell what it opened portfolios for. `tell` takes its own reference and who reads; None where she may
    not know of it. A source declared twice is a bug."""
    if source in _declared:
        raise RuntimeError(f"Two apps tell of portfolios opened by {source}.")
    _declared[source] = tell


def opener_of(portfolio: Portfolio, actor: Actor) -> Opener | None:
    """What opened it, as far as the actor may know; None for one of her own wish."""
    tell = _declared.get(portfolio.source)
    return tell(portfolio.reference, actor) if tell is not None else None


@dataclass(frozen=True)
class Opened:
    """The portfolio a thing calls for: the template in force, and the one that was opened for it; None where none."""

    template: PortfolioTemplate | None
    portfolio: Portfolio | None

    @property
    def takes_day(self) -> bool:
        """Can its day still move?"""
        return self.portfolio is not None and self.portfolio.state != PortfolioState.SUBMITTED


def opened_for(actor: Actor, *, source: str, reference: str, template: str) -> Opened:
    """What was opened of the actor's own for this thing, and the template of that name in force where she acts. Two
    queries."""
    own = Portfolio.objects.filter(person_id=actor.person_id, source=source, reference=reference)
    standing = own.exclude(state=PortfolioState.WITHDRAWN).select_related("template", "signer")
    found = [each for each in templates_for(actor.organisation_id, on=actor.on) if each.template == template]
    return Opened(
        template=found[0] if found else None,
        portfolio=standing.filter(template__template=template).order_by("opened_at", "pk").first(),
    )


def day_differs(portfolio: Portfolio, day: date | None) -> bool:
    """Has what opened it another day now than the portfolio?"""
    return day is not None and portfolio.due_on != day
