"""One's own portfolios, beginning one, its day, and withdrawing it."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from portfolios.forms.portfolios import BeginForm, DayForm, WithdrawForm
from portfolios.models import PortfolioTemplate
from portfolios.selectors.mine import own_portfolios
from portfolios.selectors.templates import content_of_template, templates_for
from portfolios.services.portfolios import Opening, open_portfolio, plan_day, withdraw
from portfolios.views.portfolios.doors import MINE, OwnDoor


class MyPortfolios(Page):
    """Those under way with what they lack, those handed in, and what can be begun."""

    permission = "portfolios.portfolio.open"
    section = "portfolio"
    template_name = "portfolios/mine.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "My portfolios",
            "intro": "Gather once, use many times: evidence and your own writing go into as many as they fit.",
            "mine": own_portfolios(self.actor),
            "oversees": allows("portfolios.breaches.see", self.actor),
            "crumbs": [("My portfolios", "")],
        }


class BeginPortfolio(FormPage):
    """One template with what it asks, and beginning a portfolio under it."""

    permission = "portfolios.portfolio.open"
    section = "portfolio"
    template_name = "portfolios/begin.html"
    form_class = BeginForm
    done_message = "Begun. Its sections are below."

    template: PortfolioTemplate

    def load(self) -> None:
        """Found before the permission is judged: what is not offered here is not found, whoever asks."""
        offered = {each.pk: each for each in templates_for(self.actor.organisation_id, on=self.today)}
        if self.kwargs["template"] not in offered:
            raise Http404
        self.template = offered[self.kwargs["template"]]

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"title": self.template.title}}

    def read(self) -> dict[str, Any]:
        return {
            "title": self.template.title,
            "template": self.template,
            "content": content_of_template(self.template),
            "cancel_url": reverse("portfolios:mine"),
            "crumbs": [MINE, (self.template.title, "")],
        }

    def act(self, form: BeginForm) -> Model:
        opening = Opening(title=form.cleaned_data["title"], due_on=form.cleaned_data["due_on"])
        return open_portfolio(template=self.template, opening=opening, by=self.actor, at=self.now)


class PlanDay(OwnDoor, FormPage):
    """Another day for a portfolio of one's own wish."""

    form_class = DayForm
    title = "By when you want it ready"
    done_message = "Saved."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"due_on": self.thing.due_on}}

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.title,
            "cancel_url": self.crumbs[-1][1],
            "crumbs": [*self.crumbs, ("Its day", "")],
        }

    def act(self, form: DayForm) -> Model:
        return plan_day(portfolio=self.thing, due_on=form.cleaned_data["due_on"], by=self.actor, at=self.now)


class WithdrawPortfolio(OwnDoor, FormPage):
    """End a portfolio that is not handed in."""

    form_class = WithdrawForm
    title = "Withdraw this portfolio"
    intro = "Your evidence and your writing stay where they are. Signatures under it are withdrawn."
    done_message = "Withdrawn. Its pieces stay where they came from."

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.title,
            "cancel_url": self.crumbs[-1][1],
            "crumbs": [*self.crumbs, ("Withdraw", "")],
        }

    def act(self, form: WithdrawForm) -> Model:
        return withdraw(portfolio=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("portfolios:mine")
