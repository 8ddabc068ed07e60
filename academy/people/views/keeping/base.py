"""What pages under /settings/ share: they act in one organisation, about one person whom the actor keeps there."""

from functools import cached_property
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Door
from academy.identity.models import Organisation, Person
from academy.people.selectors.keeping import colleagues_called, kept_people

SETTINGS = "Settings"


def settings_crumbs(*steps: tuple[str, str]) -> list[tuple[str, str]]:
    """The way back to the settings, then the steps; the last one has no address."""
    return [(SETTINGS, reverse("settings:start")), *steps]


def page_of(person: Person) -> str:
    """Where a person's record is kept."""
    return reverse("settings:person", args=[person.pk])


class InOrganisation(Door):
    """A page of the organisation acted in."""

    section = "settings"

    @cached_property
    def organisation(self) -> Organisation:
        return Organisation.objects.get(pk=self.actor.organisation_id)

    def find_colleagues(self, words: str) -> list[Person]:
        return colleagues_called(self.actor, words)


class AboutPerson(InOrganisation):
    """A page about one person kept here; whom the actor does not keep is a 404."""

    permission = "people.people.keep"

    @cached_property
    def person(self) -> Person:
        person: Person = self.find(kept_people(self.actor), pk=self.kwargs["pk"])
        return person

    def load(self) -> Model:
        return self.person

    def person_read(self) -> int | None:
        return self.person.pk


class PersonForm(AboutPerson, FormPage):
    """One form and one act about her; afterwards her kept record with its next step."""

    def read(self) -> dict[str, Any]:
        name, back = self.person.full_name, page_of(self.person)
        return {
            "caption": name,
            "cancel_url": back,
            "crumbs": settings_crumbs(("People", reverse("settings:people")), (name, back), (self.title, "")),
        }

    def next_page(self, made: Model | None) -> str:
        return page_of(self.person)


class RowForm(PersonForm):
    """One act on something dated of hers in this organisation; `rows` names the relation of the person."""

    rows = ""
    is_of_organisation = True
    thing: Any

    def load(self) -> Any:
        found: QuerySet[Any] = getattr(self.person, self.rows).all()
        if self.is_of_organisation:
            found = found.filter(organisation_id=self.actor.organisation_id)
        return self.find(found, pk=self.kwargs["row"])
