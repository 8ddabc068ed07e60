"""One's own renewal: what is asked, what was done on the regulator's site, the pieces, the sheet to copy from."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from academy.development.forms.renewal import NoteActForm, PiecesForm, TakeBackForm
from academy.development.models import RenewalAct
from academy.development.rules.renewals import ActAsked
from academy.development.rules.requirements import Requirement
from academy.development.selectors.handover import entries_to_choose, pieces_of, sheets_of
from academy.development.selectors.renewals import noted_acts, requirement_with, requirements_of
from academy.development.services.renewals import choose, note, take_back
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door, Page
from academy.people.rules.spans import in_words

CRUMBS = [("My year", "/cpd/"), ("My renewal", "/cpd/renewal/")]


class MyRenewal(Page):
    """Everything the reader's regulators ask of her, line by line."""

    permission = "development.renewal.keep"
    section = "year"
    template_name = "development/renewal.html"

    def read(self) -> dict[str, Any]:
        requirements = requirements_of(self.actor)
        return {
            "title": "My renewal",
            "crumbs": [CRUMBS[0], ("My renewal", "")],
            "requirements": requirements,
            "noted": noted_acts(self.actor, requirements),
        }


class HandOver(Page):
    """The chosen pieces, ready to copy into the regulator's form."""

    permission = "development.renewal.keep"
    section = "year"
    template_name = "development/handover.html"

    def read(self) -> dict[str, Any]:
        crumbs = [*CRUMBS, ("Hand-over sheet", "")]
        return {"title": "Hand-over sheet", "crumbs": crumbs, "sheets": sheets_of(self.actor)}


class RenewalDoor(Door):
    """A view of the reader's renewal with the regulator of the address; not found where she is not registered."""

    permission = "development.renewal.keep"
    section = "year"

    @cached_property
    def requirement(self) -> Requirement:
        found = requirement_with(self.actor, self.kwargs["regulator"])
        if found is None:
            raise Http404
        return found

    def next_page(self, made: Model | None) -> str:
        return reverse("development:renewal")


class NoteAct(RenewalDoor, FormPage):
    """Note that an act was done on the regulator's site."""

    form_class = NoteActForm
    intro = "The portal takes your word for it and tells the regulator nothing. Your manager sees the day."
    done_message = "Noted. Keep the regulator’s confirmation; it is what counts."

    @cached_property
    def asked(self) -> ActAsked:
        found = self.requirement.asks.act(self.kwargs["act"])
        if found is None:
            raise Http404
        return found

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"done_on": self.today}}

    def read(self) -> dict[str, Any]:
        return {
            "title": self.asked.done,
            "caption": self.requirement.asks.name,
            "crumbs": [*CRUMBS, (self.asked.done, "")],
            "cancel_url": self.next_page(None),
        }

    def act(self, form: NoteActForm) -> RenewalAct:
        return note(
            regulator=self.requirement.asks.regulator,
            act=self.asked.code,
            done_on=form.cleaned_data["done_on"],
            by=self.actor,
            at=self.now,
        )


class TakeBackAct(FormPage):
    """Take back what was noted by mistake."""

    permission = "development.renewal.keep"
    section = "year"
    form_class = TakeBackForm
    title = "Take back what you noted"
    done_message = "Taken back. Note it again when it is done."
    thing: RenewalAct

    def load(self) -> RenewalAct:
        found: RenewalAct = self.find(RenewalAct.objects.visible_to(self.actor).noted(), pk=self.kwargs["pk"])
        return found

    def read(self) -> dict[str, Any]:
        return {
            "intro": f"You noted {in_words(self.thing.done_on)} for {self.thing.get_regulator_display()}.",
            "crumbs": [*CRUMBS, ("Take back", "")],
            "cancel_url": self.next_page(None),
        }

    def act(self, form: TakeBackForm) -> RenewalAct:
        return take_back(act=self.thing, reason=form.cleaned_data["reason"], by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("development:renewal")


class ChoosePieces(RenewalDoor, FormPage):
    """Choose which entries are the pieces. Each is taken as it stands now."""

    form_class = PiecesForm
    title = "Choose your pieces"
    done_message = "Chosen. The sheet holds them as they stand now; choose them again if you change an entry."

    def form_arguments(self) -> dict[str, Any]:
        pieces = pieces_of(self.actor, self.requirement)
        return {
            "entries": entries_to_choose(self.actor, self.requirement),
            "pieces": self.requirement.asks.pieces,
            "initial": {f"piece_{piece.place}": str(piece.entry_id) for piece in pieces},
        }

    def read(self) -> dict[str, Any]:
        asks = self.requirement.asks
        if not asks.pieces:
            raise Http404
        return {
            "caption": asks.name,
            "intro": f"{asks.name} asks for {asks.pieces} different pieces; "
            f"{'at least one' if asks.peers == 1 else asks.peers} talked over with a peer.",
            "crumbs": [*CRUMBS, ("Choose your pieces", "")],
            "cancel_url": reverse("development:renewal"),
        }

    def act(self, form: PiecesForm) -> None:
        choose(regulator=self.requirement.asks.regulator, entries=form.chosen, by=self.actor, at=self.now)

    def next_page(self, made: Model | None) -> str:
        return reverse("development:handover")
