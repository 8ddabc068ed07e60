"""Keeping vacancies: the list, planning and changing one, and each step on."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model
from django.urls import reverse

from academy.engines.access.acts import Act
from academy.engines.access.form_pages import FormPage
from academy.engines.access.views import Page
from academy.people.forms.keeping.vacancies import NewVacancyForm, VacancyForm, WithdrawVacancyForm, read_back
from academy.people.selectors.grades import grade_choices
from academy.people.selectors.terms_choices import terms_choices
from academy.people.selectors.vacancies import kept_vacancies
from academy.people.services import vacancies
from academy.people.views.keeping.base import InOrganisation, settings_crumbs
from academy.people.views.vacancies import VacancyDoor

PER_PAGE = 50
LIST = "Vacancies"


class KeptVacancies(InOrganisation, Page):
    """What goes on; what is filled or withdrawn on request."""

    permission = "people.vacancy.keep"
    template_name = "people/vacancies/kept.html"

    def read(self) -> dict[str, Any]:
        over = "over" in self.request.GET
        found = kept_vacancies(self.actor, over=over)
        return {
            "title": "Vacancies filled or withdrawn" if over else LIST,
            "caption": self.organisation.name,
            "over": over,
            "page": Paginator(found, PER_PAGE).get_page(self.request.GET.get("page")),
            "crumbs": settings_crumbs((LIST, "")),
        }


class PlanVacancy(InOrganisation, FormPage):
    """Plans a vacancy of the organisation acted in."""

    permission = "people.vacancy.keep"
    form_class = NewVacancyForm
    title = "Plan a vacancy"
    intro = "Nobody but human resources and the academy lead sees it until the day it opens."
    done_message = "The vacancy is planned. It opens by itself on its first day."

    def form_arguments(self) -> dict[str, Any]:
        return asked(self.organisation.pk, self)

    def read(self) -> dict[str, Any]:
        listed = reverse("settings:vacancies")
        return {
            "caption": self.organisation.name,
            "cancel_url": listed,
            "crumbs": settings_crumbs((LIST, listed), (self.title, "")),
        }

    def act(self, form: NewVacancyForm) -> Model:
        return vacancies.plan(organisation=self.organisation, details=form.details, by=self.actor, at=self.now)


class KeptVacancy(VacancyDoor):
    section = "settings"
    permission = "people.vacancy.keep"


class KeptVacancyForm(KeptVacancy, FormPage):
    """One form and one act about a vacancy; afterwards its page."""

    def read(self) -> dict[str, Any]:
        back, listed = self.thing.get_absolute_url(), reverse("settings:vacancies")
        return {
            "caption": self.thing.title,
            "cancel_url": back,
            "crumbs": settings_crumbs((LIST, listed), (self.thing.title, back), (self.title, "")),
        }


class ChangeVacancy(KeptVacancyForm):
    form_class = VacancyForm
    title = "Change the vacancy"
    done_message = "The vacancy is as you wrote it."

    def form_arguments(self) -> dict[str, Any]:
        return {**asked(self.thing.organisation_id, self), "initial": read_back(self.thing)}

    def act(self, form: VacancyForm) -> Model:
        return vacancies.change(vacancy=self.thing, details=form.details, by=self.actor, at=self.now)


class WithdrawVacancy(KeptVacancyForm):
    form_class = WithdrawVacancyForm
    title = "Withdraw this vacancy?"
    intro = "It is no longer shown to anybody but who keeps it. This cannot be undone."
    done_message = "The vacancy is withdrawn."

    def act(self, form: WithdrawVacancyForm) -> Model:
        reason = form.cleaned_data["reason"]
        return vacancies.withdraw(vacancy=self.thing, reason=reason, by=self.actor, at=self.now)


class VacancyAct(KeptVacancy, Act):
    """A press on the page of a vacancy."""

    def next_page(self) -> str:
        return self.thing.get_absolute_url()


class OpenVacancy(VacancyAct):
    done_message = "The vacancy is open."

    def act(self) -> Model:
        return vacancies.open_for_applications(vacancy=self.thing, by=self.actor, at=self.now)


class CloseVacancy(VacancyAct):
    done_message = "The vacancy is closed: no more applications."

    def act(self) -> Model:
        return vacancies.close(vacancy=self.thing, by=self.actor, at=self.now)


class FillVacancy(VacancyAct):
    done_message = "The vacancy is filled. Enter who was appointed in her own record."

    def act(self) -> Model:
        return vacancies.fill(vacancy=self.thing, by=self.actor, at=self.now)


def asked(organisation_id: int, page: FormPage) -> dict[str, Any]:
    """What the form of a vacancy is made with."""
    return {
        "organisation_id": organisation_id,
        "choices": terms_choices(organisation_id, page.today),
        "grades": grade_choices(organisation_id),
    }
