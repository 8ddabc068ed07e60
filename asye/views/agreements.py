"""The agreement: reading it, handing in needs, writing, sending, opening again and signing it."""

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.engines.drafts.pages import Autosaved
from academy.engines.guard.pages import GuardedPage
from asye.forms.agreements import AgreementForm, NeedsForm
from asye.forms.signing import ReopenForm, SignForm
from asye.models import Agreement
from asye.selectors.agreements import AgreementPage, agreement_page, can_sign, entries_for_needs
from asye.selectors.plans import may_plan_with
from asye.services.agreements import hand_in_needs, reopen, send, sign, write
from asye.views.doors import to_year

AGREEMENT_FORM = "asye.agreement"


class AgreementDoor(Door):
    """A view of one agreement, found through the years the actor sees."""

    permission = "asye.enrolment.see"
    section = "asye"
    thing: Agreement

    def load(self) -> Agreement:
        beside = ("enrolment__person", "enrolment__policy", "enrolment__organisation", "needs")
        visible = Agreement.objects.visible_to(self.actor).select_related(*beside)
        found: Agreement = self.find(visible, pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int | None:
        return self.thing.person_id

    @cached_property
    def page(self) -> AgreementPage:
        return agreement_page(self.thing, on=self.today)

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        return [to_year(self.thing.enrolment, self.actor), ("Agreement", self.thing.get_absolute_url())]

    def may(self, verb: str) -> bool:
        return allows(f"asye.agreement.{verb}", self.actor, self.thing.enrolment)


class ReadAgreement(AgreementDoor, Page):
    """What is agreed, what is missing, who has signed, and what whoever reads can do now."""

    template_name = "asye/agreements/agreement.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Support and assessment agreement",
            "caption": self.thing.enrolment.person.full_name,
            "page": self.page,
            "may_write": self.may("write"),
            "may_prepare": self.may("prepare"),
            "may_sign": can_sign(self.actor, self.thing),
            "may_plan": may_plan_with(self.actor, self.thing),
            "crumbs": [self.crumbs[0], ("Agreement", "")],
        }


class HandInNeeds(AgreementDoor, FormPage):
    """She chooses the entry that says what she needs to learn."""

    permission = "asye.agreement.prepare"
    form_class = NeedsForm
    template_name = "asye/agreements/needs.html"
    title = "What you need to learn"
    intro = "You hand this in before you meet. The agreement is written from it."
    done_message = "Handed in. Your assessor is told."

    @cached_property
    def entries(self) -> list[Any]:
        return entries_for_needs(self.actor)

    def form_arguments(self) -> dict[str, Any]:
        return {"entries": self.entries}

    def read(self) -> dict[str, Any]:
        return {
            "has_entries": bool(self.entries),
            "write_url": reverse("development:new"),
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, (self.title, "")],
        }

    def act(self, form: NeedsForm) -> Model:
        return hand_in_needs(agreement=self.thing, entry=form.chosen, by=self.actor, at=self.now)


class WriteAgreement(GuardedPage, AgreementDoor, Autosaved):
    """What is agreed; it saves itself while it is written."""

    permission = "asye.agreement.write"
    form_class = AgreementForm
    draft_form = AGREEMENT_FORM
    template_name = "asye/agreements/write.html"
    title = "Write the agreement"
    done_message = "Saved."

    def form_arguments(self) -> dict[str, Any]:
        names = self.form_class().fields
        stored = {name: getattr(self.thing, name) for name in names}
        return {"initial": {**stored, **super().form_arguments()["initial"]}}

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.enrolment.person.full_name,
            "page": self.page,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, ("Write", "")],
        }

    def save(self, form: AgreementForm) -> Model:
        return write(agreement=self.thing, words=form.words, by=self.actor, at=self.now)


class SendAgreement(AgreementDoor, Act):
    """Everybody who signs is asked to."""

    permission = "asye.agreement.write"
    done_message = "Sent to be signed. Everybody who signs is told."

    def act(self) -> Model:
        return send(agreement=self.thing, by=self.actor, at=self.now)

    def next_page(self) -> str:
        return self.thing.get_absolute_url()


class ReopenAgreement(AgreementDoor, FormPage):
    """It is changed after all; the signatures are withdrawn where everybody sees it."""

    permission = "asye.agreement.write"
    form_class = ReopenForm
    title = "Open the agreement again"
    done_message = "It is open again. The signatures are withdrawn."

    def read(self) -> dict[str, Any]:
        return {"cancel_url": self.thing.get_absolute_url(), "crumbs": [*self.crumbs, ("Open again", "")]}

    def act(self, form: ReopenForm) -> Model:
        return reopen(agreement=self.thing, reason=form.cleaned_data["note"], by=self.actor, at=self.now)


class SignAgreement(GuardedPage, AgreementDoor):
    """Reading all of it, and signing."""

    permission = "asye.agreement.sign"
    form_class = SignForm
    template_name = "asye/agreements/sign.html"
    title = "Read and sign the agreement"
    done_message = "Signed."

    def form_arguments(self) -> dict[str, Any]:
        return {"seen": self.page.sha256}

    def read(self) -> dict[str, Any]:
        return {
            "caption": self.thing.enrolment.person.full_name,
            "page": self.page,
            "cancel_url": self.thing.get_absolute_url(),
            "crumbs": [*self.crumbs, ("Sign", "")],
        }

    def act(self, form: SignForm) -> Model:
        return sign(agreement=self.thing, name=form.name, by=self.actor, at=self.now)
