"""Who reads a portfolio: its owner's page of readers, letting somebody read, ending it, and what one is let read."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.development.selectors.colleagues import Colleague, colleagues_to_choose
from academy.engines.access.acts import Act
from academy.engines.access.views import Door, Page
from academy.engines.guard.pages import GuardedPage
from academy.ui.forms.people import PersonSearch
from portfolios.forms.shares import ShareForm
from portfolios.models import Portfolio, PortfolioShare
from portfolios.selectors.policies import latest_day_shared
from portfolios.selectors.readers import readers_of, readings_of, shared_with
from portfolios.services.shares import end_share, share

MINE = ("My portfolios", "/portfolio/")


class SharingDoor(Door):
    """A view of who reads one portfolio, for its owner alone."""

    permission = "portfolios.portfolio.share"
    section = "portfolio"
    thing: Portfolio

    def load(self) -> Portfolio:
        visible = Portfolio.objects.visible_to(self.actor)
        found: Portfolio = self.find(visible.select_related("organisation", "signer", "template"), pk=self.kwargs["pk"])
        return found

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        return [MINE, (self.thing.title, self.thing.get_absolute_url())]

    @property
    def readers_url(self) -> str:
        return reverse("portfolios:readers", args=[self.thing.pk])


class Readers(SharingDoor, Page):
    """Who may read it, why, until when, and who has read it when."""

    template_name = "portfolios/shares/readers.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Who reads this portfolio",
            "caption": self.thing.title,
            "portfolio": self.thing,
            "readers": readers_of(self.thing, on=self.today),
            "readings": readings_of(self.thing),
            "crumbs": [*self.crumbs, ("Readers", "")],
        }


class SharePortfolio(GuardedPage, SharingDoor):
    """Choose a colleague, what of it, and until when. Works without script."""

    template_name = "development/choose_colleague.html"
    form_class = ShareForm
    title = "Let somebody read this portfolio"
    done_message = "They are told. You see here when they read it, and can end it at any time."

    @cached_property
    def asked(self) -> str:
        return PersonSearch(self.request.GET).asked

    @cached_property
    def colleagues(self) -> list[Colleague]:
        return colleagues_to_choose(
            self.asked, near=self.actor.person_id, organisation_id=self.thing.organisation_id, on=self.actor.on
        )

    def form_arguments(self) -> dict[str, Any]:
        return {
            "colleagues": self.colleagues,
            "snapshots": list(self.thing.snapshots.order_by("-number")),
            "latest": latest_day_shared(self.thing.organisation_id, self.today),
        }

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.title,
            "about": "They read what you choose and nothing else of yours, until the day you choose.",
            "asked": self.asked,
            "colleagues": self.colleagues,
            "cancel_url": self.readers_url,
            "crumbs": [*self.crumbs, ("Readers", self.readers_url), ("Let somebody read it", "")],
        }

    def act(self, form: ShareForm) -> Model:
        return share(portfolio=self.thing, letting=form.letting, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return self.readers_url


class EndShare(SharingDoor, Act):
    """Its owner ends a share."""

    done_message = "The sharing has ended. They can open it no more."

    def act(self) -> PortfolioShare:
        shares = self.thing.shares.select_related("portfolio", "snapshot")
        found: PortfolioShare = self.find(shares, pk=self.kwargs["share"])
        return end_share(share=found, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.readers_url


class SharedWithMe(Page):
    """Portfolios one is let read, those not opened yet first."""

    permission = "portfolios.shared.see"
    section = "portfolio"
    template_name = "portfolios/shares/shared.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Portfolios shared with you",
            "intro": "Each until the day its owner chose. They see when you open it.",
            "shared": shared_with(self.actor),
            "crumbs": [MINE, ("Shared with you", "")],
        }
