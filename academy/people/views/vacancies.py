"""Vacancies as staff find them, and as everybody may."""

from typing import Any

from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.identity.models import Organisation
from academy.people.models import Vacancy
from academy.people.selectors.academy_pages import organisations_shown
from academy.people.selectors.vacancies import public_vacancies, readable_vacancies, vacancies_for

LIST = "Vacancies"


class Vacancies(Page):
    """What is open where one belongs, those that close first first."""

    permission = "people.vacancy.find"
    section = "people"
    template_name = "people/vacancies/list.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": LIST,
            "vacancies": vacancies_for(self.actor),
            "can_keep": allows("people.vacancy.keep", self.actor),
            "crumbs": [("People", reverse("people:directory")), (LIST, "")],
        }


class VacancyDoor(Door):
    """A page about one vacancy."""

    section = "people"
    thing: Vacancy

    def load(self) -> Vacancy:
        found: Vacancy = self.find(readable_vacancies(self.actor), pk=self.kwargs["pk"])
        return found


class ReadVacancy(VacancyDoor, Page):
    """What it is, until when one can apply and, for who keeps it, what can be done."""

    permission = "people.vacancy.see"
    template_name = "people/vacancies/vacancy.html"

    def read(self) -> dict[str, Any]:
        keeps = allows("people.vacancy.keep", self.actor, self.thing)
        back = ("Settings", reverse("settings:start")) if keeps else ("People", reverse("people:directory"))
        listed = reverse("settings:vacancies") if keeps else reverse("people:vacancies")
        return {
            "title": self.thing.title,
            "caption": f"{LIST}, {self.thing.organisation.name}",
            "vacancy": self.thing,
            "keeps": keeps,
            "crumbs": [back, (LIST, listed), (self.thing.title, "")],
        }


class PublicVacancies(Page):
    """What people outside can apply for, for everybody."""

    public = True
    template_name = "people/vacancies/public.html"
    thing: Organisation

    def load(self) -> Organisation:
        organisation: Organisation = self.find(organisations_shown(self.today), slug=self.kwargs["slug"])
        return organisation

    def read(self) -> dict[str, Any]:
        return {
            "title": LIST,
            "organisation": self.thing,
            "vacancies": public_vacancies(self.thing, on=self.today),
        }
