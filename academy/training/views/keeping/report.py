"""The academy's report by priority and theme, on a page and as a table."""

import csv
from typing import Any

from django.http import HttpRequest, HttpResponse

from academy.engines.access.views import Door, Page
from academy.engines.imports.rules.cells import BYTE_ORDER_MARK, as_text
from academy.training.forms.report import ReportForm
from academy.training.rules.report import in_table
from academy.training.selectors.report import report_of
from academy.training.views.keeping.base import training_crumbs

TITLE = "What served which priority"


class ReportDoor(Door):
    section = "settings"
    permission = "training.report.see"

    @property
    def form(self) -> ReportForm:
        return ReportForm(self.request.GET, on=self.today)


class ReadReport(ReportDoor, Page):
    """Courses, events, places, people and hours by priority and theme."""

    template_name = "training/keeping/report.html"

    def read(self) -> dict[str, Any]:
        form = self.form
        return {
            "title": TITLE,
            "form": form,
            "report": report_of(self.actor, form.span),
            "query": self.request.GET.urlencode(),
            "crumbs": training_crumbs((TITLE, "")),
        }


class ReportTable(ReportDoor):
    """The same as a CSV file."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        report = report_of(self.actor, self.form.span)
        name = f"priorities-{report.span.from_on}-{report.span.until_on}.csv"
        response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["Cache-Control"] = "private, no-store"
        csv.writer(response).writerows([as_text(cell) for cell in row] for row in in_table(report.parts))
        return response
