"""A person's record as those keep it who keep her: each dated thing with what can be done to it."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model
from django.urls import reverse

from academy.engines.access.form_pages import FormPage
from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.identity.models import Person
from academy.people.forms.keeping.people import NewPersonForm
from academy.people.forms.keeping.people import PersonForm as NameForm
from academy.people.selectors.changes import changes_about, in_words
from academy.people.selectors.keeping import possible_doubles
from academy.people.selectors.kept_record import kept_record
from academy.people.selectors.leavers import present_leaving
from academy.people.services import people, starting
from academy.people.services.people import PersonDetails
from academy.people.views.keeping.base import AboutPerson, InOrganisation, PersonForm, page_of, settings_crumbs
from academy.people.views.keeping.parts import next_link, parts_of

CHANGES_PER_PAGE = 50


class KeptPerson(AboutPerson, Page):
    """Everything dated about her here, with links to change it, and the next step of a new starter."""

    template_name = "people/keeping/person.html"

    def read(self) -> dict[str, Any]:
        absences = allows("people.absence.keep", self.actor, self.person)
        record = kept_record(self.person, self.actor, absences=absences)
        is_own = self.person.pk == self.actor.person_id
        changes_grades = not is_own and allows("people.grade.change", self.actor)
        return {
            "title": self.person.full_name,
            "caption": self.organisation.name,
            "record": record,
            "next": next_link(record),
            "leaving": present_leaving(self.person.pk, self.organisation.pk, on=self.today),
            "supports": allows("people.qualifying.keep", self.actor),
            "parts": parts_of(record, is_own=is_own, absences=absences, grades=changes_grades),
            "crumbs": settings_crumbs(("People", reverse("settings:people")), (self.person.full_name, "")),
        }


class Changes(AboutPerson, Page):
    """What was changed in her record here, by whom and when; never a value."""

    template_name = "people/keeping/changes.html"

    def read(self) -> dict[str, Any]:
        absences = allows("people.absence.see", self.actor, self.person)
        found = changes_about(self.person, self.actor, absences=absences)
        page = Paginator(found, CHANGES_PER_PAGE).get_page(self.request.GET.get("page"))
        name, back = self.person.full_name, page_of(self.person)
        return {
            "title": "What was changed",
            "caption": name,
            "page": page,
            "changes": in_words(page.object_list),
            "crumbs": settings_crumbs(("People", reverse("settings:people")), (name, back), ("What was changed", "")),
        }


class AddPerson(InOrganisation, FormPage):
    """Add somebody; where she may be here already, the form shows whom it found and asks once more."""

    permission = "people.organisation.keep"
    template_name = "people/keeping/add_person.html"
    form_class = NewPersonForm
    title = "Add a person"
    done_message = "The record is made."

    def form_arguments(self) -> dict[str, Any]:
        return {"find_doubles": self._doubles, "initial": {"from_on": self.today}}

    def read(self) -> dict[str, Any]:
        people_kept = reverse("settings:people")
        return {
            "caption": self.organisation.name,
            "cancel_url": people_kept,
            "crumbs": settings_crumbs(("People", people_kept), (self.title, "")),
        }

    def act(self, form: NewPersonForm) -> Model:
        given = form.cleaned_data
        return starting.bring_in(
            details=form.details,
            organisation=self.organisation,
            kind=given["kind"],
            from_on=given["from_on"],
            by=self.actor,
            at=self.now,
        )

    def next_page(self, made: Any) -> str:
        return page_of(made)

    def _doubles(self, details: PersonDetails) -> list[Person]:
        return possible_doubles(
            self.actor,
            given_name=details.given_name,
            family_name=details.family_name,
            work_email=details.work_email,
        )


class CorrectName(PersonForm):
    """Correct what she is called and reached by."""

    form_class = NameForm
    title = "Correct name or address"
    done_message = "The name and address are as you wrote them."

    def form_arguments(self) -> dict[str, Any]:
        names = PersonDetails.__dataclass_fields__
        return {"initial": {name: getattr(self.person, name) for name in names}}

    def act(self, form: NameForm) -> Model:
        return people.change(person=self.person, details=form.details, by=self.actor, at=self.now)
