"""Portfolios being gathered: what their author wrote, what she says a piece shows, and why she let one go."""

from collections.abc import Callable, Iterator
from typing import Any

from academy.identity.actor import Actor
from portfolios.models import Portfolio
from tests.factories.portfolios import ItemFactory, PortfolioTemplateFactory, SectionFactory, portfolio_in
from tests.scenarios.small_world import SmallWorld

# What it is, the word, who is shown it by some page, and who may know it.
Told = tuple[str, str, str, Callable[[Actor], bool]]


def portfolios_gathered(small: SmallWorld) -> Iterator[Told]:
    """Somebody managed who gathers for one purpose and let another portfolio go; and one in the other council."""
    template = PortfolioTemplateFactory(organisation=small.council)
    whose: dict[str, Any] = {"person": small.report, "organisation": small.council, "template": template}
    gathering = portfolio_in("gathering", title="Zqportfoliotitle", **whose)
    section = SectionFactory(portfolio=gathering, text="Zqsectiontext", state="started")
    ItemFactory(section=section, shows="Zqwhatitshows")
    SectionFactory(portfolio=gathering, code="learning")
    ended = portfolio_in("withdrawn", **{**whose, "withdrawn_because": "Zqletgobecause"})
    there = portfolio_in(
        "gathering", person=small.neighbour, organisation=small.other_council, title="Zqportfoliothere"
    )
    yield "what a portfolio is called", "Zqportfoliotitle", "report", _sees(gathering)
    yield "what is written in a portfolio", "Zqsectiontext", "report", _sees(gathering)
    yield "what a piece is said to show", "Zqwhatitshows", "report", _sees(gathering)
    yield "why a portfolio was let go", "Zqletgobecause", "report", _sees(ended)
    yield "a portfolio elsewhere", "Zqportfoliothere", "neighbour", _sees(there)


def _sees(portfolio: Portfolio) -> Callable[[Actor], bool]:
    """Whoever may know that it exists."""
    return lambda actor: Portfolio.objects.visible_to(actor).filter(pk=portfolio.pk).exists()
