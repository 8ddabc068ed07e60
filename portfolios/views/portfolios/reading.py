"""One portfolio: at work for its author, as a reading for others; its coverage of standards, and what became of it."""

from typing import Any

from django.core.paginator import Paginator

from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from portfolios.drawing.matrix import TALL, WIDE, drawn
from portfolios.selectors.content import content_of
from portfolios.selectors.coverage import coverage_in
from portfolios.selectors.history import history_of
from portfolios.selectors.mine import due_because, with_whom
from portfolios.selectors.openers import opener_of
from portfolios.selectors.portfolio_page import working_at
from portfolios.selectors.signing import signing_of
from portfolios.views.portfolios.doors import PortfolioDoor

# So many pieces stand in the list of numbers at once.
ON_A_PAGE = 100


class PortfolioPage(PortfolioDoor, Page):
    """What is missing first, then the sections, for its author; all of it to read for whoever else may."""

    def get_template_names(self) -> list[str]:
        return ["portfolios/portfolio.html" if self.is_own else "portfolios/reading.html"]

    def read(self) -> dict[str, Any]:
        return {
            **self.tabs("portfolio"),
            "title": self.thing.title,
            "caption": "" if self.is_own else self.thing.person.full_name,
            "signing": signing_of(self.thing),
            "opener": opener_of(self.thing, self.actor),
            "crumbs": [*self.crumbs[:-1], (self.thing.title, "")],
            **(self._at_work() if self.is_own else self._for_reader()),
        }

    def _at_work(self) -> dict[str, Any]:
        return {
            "working": working_at(self.thing, on=self.today),
            "with_whom": with_whom(self.thing),
            "due_because": due_because(self.thing),
        }

    def _for_reader(self) -> dict[str, Any]:
        return {
            "content": content_of(self.thing),
            "may_sign": allows("portfolios.portfolio.sign", self.actor, self.thing),
            "may_note": allows("portfolios.breach.note", self.actor, self.thing),
        }


class ReadPortfolio(PortfolioDoor, Page):
    """All of it, as whoever signs or reads it will see it."""

    template_name = "portfolios/reading.html"

    def read(self) -> dict[str, Any]:
        return {
            **self.tabs("read"),
            "title": self.thing.title,
            "caption": "" if self.is_own else self.thing.person.full_name,
            "content": content_of(self.thing),
            "crumbs": [*self.crumbs, ("All of it", "")],
        }


class CoveragePage(PortfolioDoor, Page):
    """Statements against pieces: a picture, a table, and where nothing speaks yet."""

    template_name = "portfolios/coverage.html"

    def read(self) -> dict[str, Any]:
        coverage = coverage_in(content_of(self.thing))
        return {
            **self.tabs("coverage"),
            "title": "Coverage of standards",
            "caption": self.thing.title,
            "coverage": coverage,
            "pictures": [
                (
                    matrix,
                    drawn(matrix, coverage.columns, layout=WIDE),
                    drawn(matrix, coverage.narrow_columns, layout=TALL),
                )
                for matrix in coverage.matrices
            ],
            "page": Paginator(coverage.pieces, ON_A_PAGE).get_page(self.request.GET.get("page")),
            "crumbs": [*self.crumbs, ("Coverage", "")],
        }


class HistoryPage(PortfolioDoor, Page):
    """What became of it, the newest first, and each time it was handed in."""

    template_name = "portfolios/history.html"

    def read(self) -> dict[str, Any]:
        return {
            **self.tabs("history"),
            "title": "History",
            "caption": self.thing.title,
            "history": history_of(self.thing),
            "crumbs": [*self.crumbs, ("History", "")],
        }
