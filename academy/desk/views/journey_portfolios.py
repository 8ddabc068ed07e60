"""The portfolio a step of one's own journey calls for: opening it, and taking the day of the sitting."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from academy.desk.selectors.journey_portfolios import JourneyPortfolio, journey_portfolio
from academy.engines.access.acts import Act
from academy.engines.access.views import Door, Page
from academy.engines.audit.commands import Refused
from pathways.selectors.journeys import SOURCE, journeys_seen, reference_of
from portfolios.services.portfolios import Opening, move_day, open_portfolio

MY_PATHWAY = ("My pathway", "/pathways/")
NOTHING = "There is nothing to open for this journey now. Open the page again to see how it stands."


class JourneyPortfolioDoor(Door):
    """A view of what one's own journey calls for, in the organisation acted in. Others' journeys are not found."""

    permission = "pathways.journey.change"
    section = "pathways"
    thing: Any

    def load(self) -> Model:
        here = {"person_id": self.actor.person_id, "organisation_id": self.actor.organisation_id}
        found: Model = self.find(journeys_seen(self.actor).filter(**here), pk=self.kwargs["pk"])
        return found

    @cached_property
    def found(self) -> JourneyPortfolio:
        return journey_portfolio(self.thing, self.actor)

    @property
    def own_url(self) -> str:
        return reverse("desk:journey-portfolio", args=[self.thing.pk])


class JourneyPortfolioPage(JourneyPortfolioDoor, Page):
    """Which template the step calls for and by when; once it is open, how it stands and where it is."""

    template_name = "desk/journey_portfolio.html"

    def read(self) -> dict[str, Any]:
        if not self.found.journey.portfolio:
            raise Http404
        return {
            "title": "The portfolio for your step",
            "caption": self.found.journey.title,
            "found": self.found,
            "crumbs": [MY_PATHWAY, ("The portfolio for your step", "")],
        }


class OpenJourneyPortfolio(JourneyPortfolioDoor, Act):
    """Opens it, due on the sitting's last day to hand in; pressed twice, it is the one there is."""

    done_message = "It is open. Its sections are below."

    def act(self) -> Model:
        template = self.found.opened.template
        if template is None or not self.found.journey.is_open:
            raise Refused(NOTHING)
        opening = Opening(due_on=self.found.due_on, source=SOURCE, reference=reference_of(self.thing))
        self.made = open_portfolio(template=template, opening=opening, by=self.actor, at=self.now)
        return self.made

    def next_page(self) -> str:
        made = getattr(self, "made", None)
        return made.get_absolute_url() if made is not None else self.own_url


class TakeSittingsDay(JourneyPortfolioDoor, Act):
    """The portfolio takes the day of the sitting as it is now."""

    done_message = "The portfolio has the day of the sitting."

    def act(self) -> Model:
        held, due_on = self.found.opened.portfolio, self.found.due_on
        if held is None or due_on is None:
            raise Refused(NOTHING)
        return move_day(portfolio=held, due_on=due_on, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.own_url
