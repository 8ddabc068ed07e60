"""Asking for feedback: the choice of ways, cards, a link to hand over, a colleague, somebody outside."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property

from academy.development.selectors.colleagues import Colleague, colleagues_to_choose
from academy.engines.access.views import Page
from academy.engines.audit.commands import Refused
from academy.engines.guard.pages import GuardedPage
from academy.engines.links.services.links import MadeLink
from academy.ui.forms.people import PersonSearch
from academy.ui.square_code import square_code
from academy.ui.wording import beginning
from portfolios.choices.evidence import Giver
from portfolios.forms.feedback import CardsForm, ColleagueForm, HandLinkForm, OutsideForm
from portfolios.selectors.feedback import own_feedback
from portfolios.selectors.policies import policy_for
from portfolios.services.feedback_asks import Card, ask_colleague, ask_outside, hand_link, make_cards

MINE = ("Feedback", "/portfolio/feedback/mine/")
ASK = ("Ask for feedback", "/portfolio/feedback/new/")
PORTFOLIO = ("Portfolio", "/portfolio/")


class Mine(Page):
    """All one's feedback: asked, opened, answered."""

    permission = "portfolios.evidence.begin"
    section = "portfolio"
    template_name = "portfolios/feedback/mine.html"

    def read(self) -> dict[str, Any]:
        return {"title": "Feedback", "rows": own_feedback(self.actor), "crumbs": [PORTFOLIO, (MINE[0], "")]}


class Begin(Page):
    """The ways to ask, or to note what was said."""

    permission = "portfolios.evidence.begin"
    section = "portfolio"
    template_name = "portfolios/feedback/begin.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Ask for feedback",
            "told": [(str(giver), str(giver.label)) for giver in Giver],
            "crumbs": [PORTFOLIO, MINE, (ASK[0], "")],
        }


class AskPage(GuardedPage):
    """What the ways of asking have in common."""

    permission = "portfolios.evidence.begin"
    section = "portfolio"

    def read(self) -> dict[str, Any]:
        return {"cancel_url": reverse("portfolios:feedback-begin"), "crumbs": [PORTFOLIO, MINE, ASK, (self.title, "")]}

    def next_page(self, made: Model | None) -> str:
        return str(getattr(made, "feedback").get_absolute_url())


class ShownOnce(AskPage):
    """A way that ends in something shown in the answer to this press and never again."""

    def shown(self, form: Any) -> HttpResponse:
        """Make it and show it. May raise `Refused`."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.make_form()
        if not form.is_valid():
            return self._again(form)
        try:
            return self.shown(form)
        except Refused as refused:
            form.add_refusal(refused)
            return self._again(form)


class MakeCards(ShownOnce):
    """Cards to print: four on a sheet, a code on each."""

    form_class = CardsForm
    title = "Cards to hand out"
    intro = (
        "Each card has a code that works once. Whoever gets it types the code on any telephone and is asked "
        "in big, plain words how you work together."
    )

    def shown(self, form: CardsForm) -> HttpResponse:
        cards = make_cards(wish=form.wish, count=int(form.cleaned_data["count"]), by=self.actor, at=self.now)
        for card in cards:
            self.after(form, card.evidence)
        return show_cards(self, cards)


class MakeHandLink(ShownOnce):
    """A link to hand over oneself."""

    form_class = HandLinkForm
    title = "A link to hand over"
    intro = (
        "It is shown once, to copy or to hold before a telephone. The portal mails it to nobody and keeps no address."
    )

    def shown(self, form: HandLinkForm) -> HttpResponse:
        made = hand_link(wish=form.wish, by=self.actor, at=self.now)
        self.after(form, made.evidence)
        giver = str(Giver(form.cleaned_data["giver"]).label)
        return show_link(self, made, giver=giver, back=MINE[1])


class AskColleague(AskPage):
    """A colleague, found as on the page for sharing."""

    template_name = "portfolios/feedback/colleague.html"
    form_class = ColleagueForm
    title = "Ask a colleague"
    done_message = "Asked. You are told when the answer is there."

    @cached_property
    def asked(self) -> str:
        return PersonSearch(self.request.GET).asked

    @cached_property
    def colleagues(self) -> list[Colleague]:
        return colleagues_to_choose(
            self.asked, near=self.actor.person_id, organisation_id=self.actor.organisation_id, on=self.actor.on
        )

    def form_arguments(self) -> dict[str, Any]:
        return {"colleagues": self.colleagues}

    def read(self) -> dict[str, Any]:
        return {**super().read(), "asked": self.asked, "colleagues": self.colleagues}

    def act(self, form: ColleagueForm) -> Model:
        return ask_colleague(wish=form.wish, colleague=form.chosen_person, by=self.actor, at=self.now)


class AskOutside(AskPage):
    """A professional or a manager outside: a one-time link by mail."""

    form_class = OutsideForm
    title = "Send a link to somebody outside"
    intro = "They answer three questions without an account. They are told that their name stands with what they say."
    done_message = "The link is on its way. You are told when the answer is there."

    def act(self, form: OutsideForm) -> Model:
        return ask_outside(wish=form.wish, outside=form.outside, by=self.actor, at=self.now)


def show_cards(page: Page, cards: list[Card]) -> HttpResponse:
    """The cards, kept by no cache: their codes are shown here and never again."""
    address = page.request.build_absolute_uri(reverse("portfolios:feedback-code"))
    content = {
        "title": "Your card" if len(cards) == 1 else "Your cards",
        "cards": cards,
        "address": address.split("://", 1)[-1],
        "square": square_code(address),
        "who": page.actor.label,
        "organisation": cards[0].evidence.organisation.name,
        "days": _days(page),
        "crumbs": [PORTFOLIO, MINE, ("Cards to hand out", "")],
    }
    return _uncached(page, "portfolios/feedback/cards.html", content)


def show_link(page: Page, made: MadeLink, *, giver: str, back: str) -> HttpResponse:
    """The link, kept by no cache: it is shown here and never again."""
    address = page.request.build_absolute_uri(made.url)
    content = {
        "title": "Your link",
        "address": address,
        "square": square_code(address),
        "giver": beginning(giver),
        "days": _days(page),
        "back": back,
        "crumbs": [PORTFOLIO, MINE, ("A link to hand over", "")],
    }
    return _uncached(page, "portfolios/feedback/link.html", content)


def _days(page: Page) -> int:
    return policy_for(page.actor.organisation_id, page.today).periods.feedback_link


def _uncached(page: Page, template: str, content: dict[str, Any]) -> HttpResponse:
    response = page.response_class(page.request, template, {**content, "today": page.today, "now": page.now})
    add_never_cache_headers(response)
    return response
