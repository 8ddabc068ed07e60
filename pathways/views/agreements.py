"""Asking that something counts, deciding about it, noting it for somebody, and what was agreed."""

from typing import Any

from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.identity.models import Person
from academy.people.selectors.people import visible_to
from pathways.forms.agreements import AGREE, AskForm, DecideForm, NoteForm
from pathways.models import Agreement
from pathways.selectors.agreements import AgreementView, Offer, agreements_of, notable_by, offers_of, view_of
from pathways.services.agreements import Wish, agree, ask, decline, note, take_back
from pathways.views.choices import MY_PATHWAY

AGREEMENTS = ("What counts by agreement", "/pathways/agreements/")


class Agreements(Page):
    """What one asked that it counts, and what of the steps ahead could."""

    permission = "pathways.ladder.see"
    section = "pathways"
    template_name = "pathways/agreements.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "What counts by agreement",
            "agreements": agreements_of(self.actor.person_id, self.actor),
            "offers": offers_of(self.actor.person_id, on=self.today),
            "crumbs": [MY_PATHWAY, (AGREEMENTS[0], "")],
        }


class AskAgreement(FormPage):
    """Ask that one thing counts that the ladder lets count. What it does not name is not found."""

    permission = "pathways.agreement.ask"
    section = "pathways"
    form_class = AskForm
    done_message = "Asked. Whoever decides is told, and you can take it back until then."

    @cached_property
    def offer(self) -> Offer:
        return _found(offers_of(self.actor.person_id, on=self.today), self.kwargs["code"])

    def load(self) -> Model:
        return self.offer.organisation

    def read(self) -> dict[str, Any]:
        thing = self.offer.thing
        return {
            "title": thing.what,
            "caption": "Ask for it to count",
            "intro": f"Your ladder lets this count once your {thing.by.label} agrees.",
            "cancel_url": AGREEMENTS[1],
            "crumbs": [MY_PATHWAY, AGREEMENTS, (thing.what, "")],
        }

    def act(self, form: AskForm) -> Model:
        wish = Wish(code=self.offer.thing.code, words=form.cleaned_data["words"])
        return ask(organisation=self.offer.organisation, wish=wish, by=self.actor, at=self.now)


class NoteAgreement(FormPage):
    """Note at once that something counts for somebody, as after a supervision: by whom her ladder names for it."""

    permission = "pathways.agreement.note"
    section = "pathways"
    form_class = NoteForm
    done_message = "Noted. It counts from today, and she is told."
    thing: Person

    def load(self) -> Person:
        person: Person = self.find(visible_to(self.actor), pk=self.kwargs["person"])
        self.offer = _found(notable_by(self.actor, person.pk), self.kwargs["code"])
        return person

    def person_read(self) -> int | None:
        return self.thing.pk

    def read(self) -> dict[str, Any]:
        offered = self.offer.thing
        return {
            "title": offered.what,
            "caption": f"Note that it counts for {self.thing.full_name}",
            "cancel_url": reverse("pathways:person", args=[self.thing.pk]),
            "crumbs": [("Home", reverse("desk:home")), (self.thing.full_name, ""), (offered.what, "")],
        }

    def act(self, form: NoteForm) -> Model:
        said = form.cleaned_data
        wish = Wish(code=self.offer.thing.code, words=said["words"])
        return note(
            person=self.thing,
            organisation=self.offer.organisation,
            wish=wish,
            reason=said["reason"],
            by=self.actor,
            at=self.now,
        )


class AgreementDoor(Door):
    """A view of one agreement, found through what the actor may know of."""

    section = "pathways"
    thing: Agreement

    def load(self) -> Agreement:
        visible = Agreement.objects.visible_to(self.actor).select_related("person", "decided_by", "decided_for")
        found: Agreement = self.find(visible, pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.person_id

    @property
    def is_own(self) -> bool:
        return self.thing.person_id == self.actor.person_id

    @cached_property
    def view(self) -> AgreementView:
        return view_of(self.thing, on=self.today)

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        own = (self.thing.what, self.thing.get_absolute_url())
        return [MY_PATHWAY, AGREEMENTS, own] if self.is_own else [("Home", reverse("desk:home")), own]


class ReadAgreement(AgreementDoor, Page):
    """One of them: what is to count, who decides or decided, and on what grounds."""

    permission = "pathways.agreement.see"
    template_name = "pathways/agreement.html"

    def read(self) -> dict[str, Any]:
        agreement = self.thing
        return {
            "title": agreement.what,
            "caption": "" if self.is_own else agreement.person.full_name,
            "agreement": agreement,
            "view": self.view,
            "is_own": self.is_own,
            "may_decide": agreement.is_asked and allows("pathways.agreement.decide", self.actor, agreement),
            "crumbs": [*self.crumbs[:-1], (agreement.what, "")],
        }


class DecideAgreement(AgreementDoor, FormPage):
    """Whom the ladder names says whether it counts, and why."""

    permission = "pathways.agreement.decide"
    template_name = "pathways/agreement_decide.html"
    form_class = DecideForm
    title = "Does it count?"
    done_message = "Your answer is kept. She is told."

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.person.full_name,
            "agreement": self.thing,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def act(self, form: DecideForm) -> Model:
        said = form.cleaned_data
        decide = agree if said["outcome"] == AGREE else decline
        return decide(agreement=self.thing, reason=said["reason"], by=self.actor, at=self.now)


class TakeBackAgreement(AgreementDoor, Act):
    """She takes back what she asked."""

    permission = "pathways.agreement.take_back"
    done_message = "Taken back."

    def act(self) -> Model:
        return take_back(agreement=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return AGREEMENTS[1]


def _found(offers: list[Offer], code: str) -> Offer:
    found = next((each for each in offers if each.thing.code == code), None)
    if found is None:
        raise Http404
    return found
