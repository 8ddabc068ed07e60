"""The way to one portfolio and to its sections, found through what the actor may know of."""

from typing import Any

from django.http import Http404
from django.utils.functional import cached_property

from academy.engines.access.views import Door
from portfolios.models import Portfolio, Section
from portfolios.schema.template import SectionPart
from portfolios.selectors.portfolio_page import section_of
from portfolios.selectors.templates import content_of_template

MINE = ("My portfolios", "/portfolio/")


class PortfolioDoor(Door):
    """A view of one portfolio."""

    permission = "portfolios.portfolio.see"
    section = "portfolio"
    thing: Portfolio

    def load(self) -> Portfolio:
        visible = Portfolio.objects.visible_to(self.actor)
        beside = ("person", "organisation", "template", "signer")
        found: Portfolio = self.find(visible.select_related(*beside), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.person_id

    @property
    def is_own(self) -> bool:
        return self.thing.person_id == self.actor.person_id

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        own = (self.thing.title, self.thing.get_absolute_url())
        return [MINE, own] if self.is_own else [("Portfolios shared with you", "/portfolio/shared/"), own]

    def tabs(self, current: str) -> dict[str, Any]:
        """Which of the portfolio's pages is shown."""
        return {"portfolio": self.thing, "is_own": self.is_own, "tab": current}


class OwnDoor(PortfolioDoor):
    """A view in which its author changes something; others are refused."""

    permission = "portfolios.portfolio.change"


class SectionDoor(OwnDoor):
    """A view of one section of one's own portfolio."""

    @cached_property
    def held(self) -> Section:
        found = section_of(self.thing, self.kwargs["code"])
        if found is None:
            raise Http404
        return found

    @cached_property
    def part(self) -> SectionPart:
        part = content_of_template(self.thing.template).section(self.held.code)
        if part is None:
            raise Http404
        return part

    @property
    def section_url(self) -> str:
        return f"{self.thing.get_absolute_url()}sections/{self.held.code}/"

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        return [*super().crumbs, (self.part.title, self.section_url)]
