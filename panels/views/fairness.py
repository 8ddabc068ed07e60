"""The fairness report: how groups of candidates fared, small numbers hidden; a page and a table."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.views import Door, Page
from academy.engines.audit.commands import record_read
from academy.engines.imports.downloads import table
from academy.identity.models import Organisation
from academy.people.rules.compared_lines import HEADINGS, lines_of
from academy.people.selectors.monitoring import LEAST
from panels.forms.fairness import FairnessChoice
from panels.selectors.fairness import Report, report_of, views_of
from panels.views.doors import PANELS

TITLE = "Outcomes compared"


class FairnessDoor(Door):
    """What is asked for. Reading a report is written to the audit, as one about nobody in particular."""

    permission = "panels.fairness.see"
    section = "panels"

    @cached_property
    def choice(self) -> FairnessChoice:
        return FairnessChoice(self.request.GET, found=views_of(self.actor))

    @cached_property
    def report(self) -> Report | None:
        """The report that was chosen; None where no case has begun here."""
        if self.choice.wanted is None:
            return None
        here = Organisation.objects.get(pk=self.actor.organisation_id)
        record_read(here, about=None, by=self.actor, at=self.now)
        return report_of(self.choice.wanted, self.actor)


class FairnessPage(FairnessDoor, Page):
    """One report, with the way to the others."""

    template_name = "panels/reports/fairness.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": TITLE,
            "caption": f"Cases begun {self.report.view.words}" if self.report else "",
            "crumbs": [(PANELS, reverse("panels:home")), (TITLE, "")],
            "choice": self.choice,
            "report": self.report,
            "least": LEAST,
        }


class FairnessTable(FairnessDoor):
    """The same as a CSV file."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        name = f"panels-compared-{self.report.view.code}.csv" if self.report else "panels-compared.csv"
        return table(name, HEADINGS, lines_of(self.report.told) if self.report else [])
