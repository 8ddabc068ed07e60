"""One's own portfolios: those under way with how they stand, those handed in, and what can be begun."""

from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from academy.ui.states import State
from portfolios.choices.portfolios import OPENED_BY, OWN_WISH, PortfolioState
from portfolios.models import Portfolio, PortfolioTemplate
from portfolios.schema.template import TemplateContent
from portfolios.selectors.completeness import Gap, gaps_of_all
from portfolios.selectors.templates import content_of_template, templates_for


@dataclass(frozen=True)
class OwnPortfolio:
    """A portfolio in the list: what it lacks, and with whom it is."""

    portfolio: Portfolio
    gaps: tuple[Gap, ...]

    @property
    def state(self) -> State:
        return self.portfolio.standing.state

    @property
    def with_whom(self) -> str:
        return with_whom(self.portfolio)


@dataclass(frozen=True)
class Offer:
    """A template to begin from; `is_begun` where one of its kind is under way by her own wish."""

    template: PortfolioTemplate
    content: TemplateContent
    is_begun: bool


@dataclass(frozen=True)
class OwnPortfolios:
    """Everything on the page of one's own portfolios."""

    under_way: tuple[OwnPortfolio, ...]
    handed_in: tuple[Portfolio, ...]
    offers: tuple[Offer, ...]


def own_portfolios(actor: Actor) -> OwnPortfolios:
    """One's own, the next due first, and what can be begun where one works. Five queries at most."""
    own = list(own_open(actor)) if actor.person_id is not None else []
    under_way = [each for each in own if each.state != PortfolioState.SUBMITTED]
    gaps = gaps_of_all(under_way, actor.on) if under_way else {}
    begun = {each.template.template for each in under_way if not each.source}
    offers = templates_for(actor.organisation_id, on=actor.on) if actor.organisation_id in actor.staff_of else []
    return OwnPortfolios(
        under_way=tuple(OwnPortfolio(each, gaps[each.pk]) for each in sorted(under_way, key=_by_day)),
        handed_in=tuple(each for each in own if each.state == PortfolioState.SUBMITTED),
        offers=tuple(Offer(each, content_of_template(each), each.template in begun) for each in offers),
    )


def own_open(actor: Actor) -> list[Portfolio]:
    """One's own portfolios that were not withdrawn, the newest first, with what rules read. One query."""
    own = Portfolio.objects.filter(person_id=actor.person_id).exclude(state=PortfolioState.WITHDRAWN)
    return list(own.select_related("template", "organisation", "signer"))


def with_whom(portfolio: Portfolio) -> str:
    """Where it is: "with you", or with the person whose signature it waits for."""
    if portfolio.signer is not None:
        return f"with {portfolio.signer.full_name}"
    return "with you" if portfolio.state != PortfolioState.SUBMITTED else ""


def due_because(portfolio: Portfolio) -> str:
    """Who gave the portfolio its day, in words."""
    return OPENED_BY.get(portfolio.source, "given when it was opened") if portfolio.source else OWN_WISH


def _by_day(portfolio: Portfolio) -> tuple[date, int]:
    return portfolio.due_on or date.max, portfolio.pk
