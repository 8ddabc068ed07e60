"""Who leaves, how many and why, and that somebody stays after all."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from academy.engines.access.permissions import allows
from academy.engines.access.views import Page
from academy.engines.imports.downloads import table
from academy.people.forms.keeping.dated import SureForm
from academy.people.forms.leaving import PeriodForm
from academy.people.selectors.leavers import LEAST, leavers_report, listed, present_leaving, rows_of
from academy.people.services import leaving
from academy.people.views.keeping.base import InOrganisation, PersonForm, settings_crumbs

PER_PAGE = 25


class Leavers(InOrganisation, Page):
    """Leaver events by last day, and whose exit interview is to come."""

    permission = "people.leaving.list"
    template_name = "people/leaving/list.html"

    def read(self) -> dict[str, Any]:
        page = Paginator(listed(self.actor), PER_PAGE).get_page(self.request.GET.get("page"))
        return {
            "title": "Leavers",
            "caption": self.organisation.name,
            "page": page,
            "crumbs": settings_crumbs(("People", reverse("settings:people")), ("Leavers", "")),
        }


class LeaversReport(InOrganisation, Page):
    """Twelve months of leavers without names."""

    permission = "people.leaving.count"
    template_name = "people/leaving/report.html"

    def read(self) -> dict[str, Any]:
        form = PeriodForm(self.request.GET)
        return {
            "title": "Leavers by length of service",
            "caption": self.organisation.name,
            "form": form,
            "least": LEAST,
            "report": leavers_report(self.actor.organisation_id, back=form.years, on=self.today),
            "lists": allows("people.leaving.list", self.actor),
            "crumbs": settings_crumbs(("People", reverse("settings:people")), ("Leavers by length of service", "")),
        }


class LeaversTable(InOrganisation):
    """The same report as a CSV file."""

    permission = "people.leaving.count"
    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = PeriodForm(request.GET)
        report = leavers_report(self.actor.organisation_id, back=form.years, on=self.today)
        return table("leavers.csv", ["part", "what", "leavers"], rows_of(report))


class Stays(PersonForm):
    """She stays after all: what was to end goes on."""

    form_class = SureForm
    title = "Stays after all?"
    intro = "Posts, roles, deputies and memberships that were to end with her last day go on as they were."
    done_message = "She stays. What was to end goes on."

    def act(self, form: SureForm) -> Model:
        event = present_leaving(self.person.pk, self.organisation.pk, on=self.today)
        if event is None:
            raise Http404
        return leaving.stay(leaving=event, by=self.actor, at=self.now)
