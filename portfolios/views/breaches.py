"""Breaches of confidentiality: noted by who reads, read by its author and the academy, settled."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.engines.guard.pages import GuardedPage
from portfolios.forms.breaches import NoteForm, SettleForm
from portfolios.models import Breach
from portfolios.selectors.breaches import breaches_seen
from portfolios.services.breaches import Found, note_breach, settle
from portfolios.views.portfolios.doors import PortfolioDoor
from portfolios.views.snapshots import SnapshotDoor

TITLE = "Somebody could be told from it"


class NotingPage(GuardedPage):
    """How a breach is noted."""

    permission = "portfolios.breach.note"
    form_class = NoteForm
    title = TITLE
    intro = "Note it even when you are unsure. The author is told where it stands; a mail says nothing of it."
    done_message = "Noted. The author is told, and the portfolio has gone back."

    @property
    def guarded_thing(self) -> None:
        """What was overruled belongs to the breach, which is not there yet."""


class NoteBreach(NotingPage, PortfolioDoor):
    """Whoever signs a portfolio notes a breach found in it; it goes back."""

    def read(self) -> dict[str, Any]:
        return {"caption": self.thing.title, "crumbs": [("Home", reverse("desk:home")), (TITLE, "")]}

    def act(self, form: NoteForm) -> Model:
        return note_breach(portfolio=self.thing, found=form.found, by=self.actor, at=self.now)


class NoteBreachInSnapshot(NotingPage, SnapshotDoor):
    """The same of what was handed in."""

    def read(self) -> dict[str, Any]:
        return {"caption": self.thing.portfolio.title, "crumbs": [*self.crumbs, (TITLE, "")]}

    def act(self, form: NoteForm) -> Model:
        said = form.found
        found = Found(severity=said.severity, where=said.where, snapshot=self.thing)
        return note_breach(portfolio=self.thing.portfolio, found=found, by=self.actor, at=self.now)


class BreachDoor(Door):
    """A view of one breach, found through what the actor may know of."""

    section = "portfolio"
    thing: Breach

    def load(self) -> Breach:
        visible = Breach.objects.visible_to(self.actor).select_related("portfolio__person", "found_by", "snapshot")
        found: Breach = self.find(visible, pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.person_id


class ReadBreach(BreachDoor, Page):
    """Where it stands, by when it is to be corrected, and what became of it."""

    permission = "portfolios.breach.see"
    template_name = "portfolios/breaches/breach.html"

    def read(self) -> dict[str, Any]:
        breach = self.thing
        return {
            "title": TITLE,
            "caption": f"{breach.portfolio.person.full_name}: {breach.portfolio.title}",
            "breach": breach,
            "is_own": breach.person_id == self.actor.person_id,
            "may_settle": breach.is_open and allows("portfolios.breach.settle", self.actor, breach),
            "crumbs": [("Home", reverse("desk:home")), (TITLE, "")],
        }


class SettleBreach(BreachDoor, FormPage):
    """Who found it, or the academy, says whether it is corrected."""

    permission = "portfolios.breach.settle"
    form_class = SettleForm
    title = "Is it corrected?"
    done_message = "Your answer is kept. The author is told."

    def read(self) -> dict[str, Any]:
        url = self.thing.get_absolute_url()
        return {
            "caption": self.thing.portfolio.title,
            "cancel_url": url,
            "crumbs": [("Home", reverse("desk:home")), (TITLE, url), (self.title, "")],
        }

    def act(self, form: SettleForm) -> Model:
        return settle(breach=self.thing, is_corrected=form.is_corrected, by=self.actor, at=self.now)


class Breaches(Page):
    """Every breach found where one oversees, what is open first."""

    permission = "portfolios.breaches.see"
    section = "portfolio"
    template_name = "portfolios/breaches/list.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Breaches of confidentiality",
            "intro": "Found in portfolios where you oversee. Minor ones are corrected in hours; major ones are not "
            "accepted, and information governance was told.",
            "breaches": breaches_seen(self.actor),
            "crumbs": [("Home", reverse("desk:home")), ("Breaches of confidentiality", "")],
        }
