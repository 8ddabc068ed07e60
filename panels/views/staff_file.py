"""Outcomes for staff records: which change a grade or make somebody eligible; a page and a file."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.views import Door, Page
from academy.engines.audit.commands import record_read
from academy.engines.imports.downloads import table
from academy.identity.models import Organisation
from panels.forms.outcomes import SittingFilter
from panels.selectors.staff_file import HEADINGS, StaffRow, lines_of, sittings_told, staff_rows
from panels.views.doors import PANELS

TITLE = "Outcomes for staff records"


class StaffFileDoor(Door):
    """What is asked for. Reading it is written to the audit, as a report about many."""

    permission = "panels.staff_file.have"
    section = "panels"

    @cached_property
    def choice(self) -> SittingFilter:
        return SittingFilter(self.request.GET, sittings=sittings_told(self.actor))

    @cached_property
    def rows(self) -> list[StaffRow]:
        here = Organisation.objects.get(pk=self.actor.organisation_id)
        record_read(here, about=None, by=self.actor, at=self.now)
        return staff_rows(self.actor, sitting=self.choice.wanted)


class StaffFile(StaffFileDoor, Page):
    """The outcomes, with the way to the file."""

    template_name = "panels/staff_file.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": TITLE,
            "choice": self.choice,
            "rows": self.rows,
            "crumbs": [(PANELS, reverse("panels:home")), (TITLE, "")],
        }


class StaffTable(StaffFileDoor):
    """The same as a CSV file."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return table("panel-outcomes.csv", HEADINGS, lines_of(self.rows))
