"""Organisations: one's own, those added here that wait for a keeper, partners; adding, changing, ending."""

from typing import Any

from django.db.models import Model
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.identity.models import Organisation
from academy.people.forms.keeping.organisations import (
    EndOrganisationForm,
    KeeperForm,
    NewOrganisationForm,
    OrganisationForm,
)
from academy.people.selectors.changes import changes_of_organisation
from academy.people.selectors.organisations import (
    awaiting_keepers,
    organisations_awaiting,
    organisations_kept,
    partners_kept,
    partnerships_of,
)
from academy.people.services import keepers, organisations
from academy.people.views.keeping.base import InOrganisation, settings_crumbs
from academy.people.views.keeping.changes import ChangesPage

ORGANISATIONS = "Organisations and partners"


class Organisations(InOrganisation, Page):
    """The organisation acted in, with whom it works and what it added."""

    permission = "people.organisation.keep"
    template_name = "people/keeping/organisations.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": ORGANISATIONS,
            "caption": self.organisation.name,
            "organisation": self.organisation,
            "partners": list(partners_kept(self.actor)) if self.organisation.is_partnership else [],
            "partnerships": list(partnerships_of(self.organisation.pk, self.today)),
            "awaiting": awaiting_keepers(self.actor, self.now),
            "may_change": allows("people.organisation.change", self.actor, self.organisation),
            "may_add": allows("people.organisation.add", self.actor),
            "crumbs": settings_crumbs((ORGANISATIONS, "")),
        }


class OrganisationForms(InOrganisation, FormPage):
    """One form and one act; afterwards the list."""

    def read(self) -> dict[str, Any]:
        back = reverse("settings:organisations")
        return {
            "caption": str(self.thing or self.organisation),
            "cancel_url": back,
            "crumbs": settings_crumbs((ORGANISATIONS, back), (self.title, "")),
        }

    def next_page(self, made: Model | None) -> str:
        return reverse("settings:organisations")


class AddOrganisation(OrganisationForms):
    """A new organisation with its first keeper, in one act."""

    permission = "people.organisation.add"
    form_class = NewOrganisationForm
    title = "Add an organisation"
    intro = (
        "Somebody of the organisation keeps it: adds its people, services and teams. Name her here. "
        "She gets an invitation, and once she has signed in the organisation is hers to keep and no longer yours."
    )
    done_message = "The organisation is added, and the invitation is on its way."

    def form_arguments(self) -> dict[str, Any]:
        partnership = self.organisation.short_name if self.organisation.is_partnership else ""
        return {"partnership": partnership, "initial": {"from_on": self.today, "joins": True}}

    def act(self, form: NewOrganisationForm) -> Model:
        return organisations.add(
            details=form.details,
            keeper=form.keeper,
            opened_by=self.organisation,
            from_on=form.cleaned_data["from_on"],
            joins=form.cleaned_data.get("joins", False),
            by=self.actor,
            at=self.now,
        )


class OneOrganisation(OrganisationForms):
    permission = "people.organisation.change"
    thing: Organisation

    def load(self) -> Model:
        organisation: Organisation = self.find(organisations_kept(self.actor), pk=self.kwargs["pk"])
        return organisation


class ChangeOrganisation(OneOrganisation):
    form_class = OrganisationForm
    title = "Change the organisation"
    done_message = "The organisation is as you wrote it."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {name: getattr(self.thing, name) for name in OrganisationForm.base_fields if name != "note"}}

    def act(self, form: OrganisationForm) -> Model:
        note = form.cleaned_data["note"]
        return organisations.change(
            organisation=self.thing, details=form.details, note=note, by=self.actor, at=self.now
        )


class EndOrganisation(OneOrganisation):
    form_class = EndOrganisationForm
    title = "End the organisation"
    intro = (
        "It ends when nobody has a post in it any more, and leaves its partnerships on that day. "
        "Everything written there stays. A day to come can be moved until it has passed."
    )
    done_message = "The last day of the organisation is entered."

    def form_arguments(self) -> dict[str, Any]:
        return {"initial": {"last_day": self.thing.ends_on}}

    def act(self, form: EndOrganisationForm) -> Model:
        return organisations.end(organisation=self.thing, by=self.actor, at=self.now, **form.cleaned_data)


class NameKeeper(OrganisationForms):
    """Send the first keeper her invitation again, or name another."""

    permission = "people.keeper.name"
    form_class = KeeperForm
    title = "Who keeps it first"
    intro = (
        "Send the invitation again to the same address, or name somebody else: what was sent before then works no more."
    )
    done_message = "The invitation is on its way."
    thing: Organisation

    def load(self) -> Model:
        organisation: Organisation = self.find(organisations_awaiting(self.actor), pk=self.kwargs["pk"])
        return organisation

    def form_arguments(self) -> dict[str, Any]:
        waiting = next(each for each in awaiting_keepers(self.actor, self.now) if each.organisation == self.thing)
        if waiting.keeper is None:
            return {}
        names = {name: getattr(waiting.keeper, name) for name in ("given_name", "family_name", "work_email")}
        return {"initial": {**names, "role": waiting.role}}

    def act(self, form: KeeperForm) -> Model:
        return keepers.name(organisation=self.thing, details=form.keeper, by=self.actor, at=self.now)


class OrganisationChanges(ChangesPage):
    """What was changed about an organisation, by whom and when."""

    crumb = (ORGANISATIONS, "settings:organisations")
    thing: Organisation

    def load(self) -> Model:
        organisation: Organisation = self.find(organisations_kept(self.actor), pk=self.kwargs["pk"])
        return organisation

    def changes(self) -> Any:
        return changes_of_organisation(self.thing)
