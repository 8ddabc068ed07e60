"""Who is supported to qualify, and how many stay."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from academy.engines.access.views import Page
from academy.engines.imports.downloads import table
from academy.people.forms.leaving import DayForm, SupportForm
from academy.people.selectors.qualifying import jobs_towards, listed, retention_in
from academy.people.services import qualifying
from academy.people.views.keeping.base import InOrganisation, PersonForm, RowForm, settings_crumbs

PER_PAGE = 25


class Qualifying(InOrganisation, Page):
    """The people supported, and of those who qualified how many were still here so many years later."""

    permission = "people.qualifying.keep"
    template_name = "people/leaving/qualifying.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Supported to qualify",
            "caption": self.organisation.name,
            "page": Paginator(listed(self.actor), PER_PAGE).get_page(self.request.GET.get("page")),
            "retention": retention_in(self.actor.organisation_id, on=self.today),
            "crumbs": settings_crumbs(("People", reverse("settings:people")), ("Supported to qualify", "")),
        }


class QualifyingTable(InOrganisation):
    """How many stayed, as a CSV file."""

    permission = "people.qualifying.keep"
    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        found = retention_in(self.actor.organisation_id, on=self.today)
        rows = ([str(each.years), str(each.of), str(each.stayed)] for each in found)
        return table("supported-to-qualify.csv", ["years after qualifying", "people", "still here"], rows)


class BeginSupport(PersonForm):
    """The command judges who keeps it: a person belongs to no organisation to be asked of."""

    form_class = SupportForm
    title = "Supported to qualify"
    intro = "As social worker or occupational therapist. How many stay afterwards is counted from here."
    done_message = "The support is entered."

    def form_arguments(self) -> dict[str, Any]:
        return {"jobs": jobs_towards()}

    def act(self, form: SupportForm) -> Model:
        return qualifying.begin(
            person=self.person, organisation=self.organisation, details=form.details, by=self.actor, at=self.now
        )

    def next_page(self, made: Model | None) -> str:
        return reverse("settings:qualifying")


class SupportEnds(RowForm):
    """One support ends; afterwards the list of all."""

    permission = "people.qualifying.keep"
    rows = "qualifying"
    form_class = DayForm

    def next_page(self, made: Model | None) -> str:
        return reverse("settings:qualifying")


class Qualified(SupportEnds):
    title = "She has qualified"
    done_message = "The day is entered."

    def act(self, form: DayForm) -> Model:
        return qualifying.qualify(support=self.thing, on=form.cleaned_data["on"], by=self.actor, at=self.now)


class Stopped(SupportEnds):
    title = "The support has ended"
    intro = "Without qualifying. Why is not asked."
    done_message = "The day is entered."

    def act(self, form: DayForm) -> Model:
        return qualifying.stop(support=self.thing, on=form.cleaned_data["on"], by=self.actor, at=self.now)
