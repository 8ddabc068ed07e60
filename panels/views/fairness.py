"""The fairness report: how groups of candidates fared, small numbers hidden; a page and a table."""

from typing import Any

from django.urls import reverse

from academy.engines.access.views import Page
from academy.people.selectors.monitoring import LEAST
from academy.people.views.compared import ComparedDoor, ComparedTable
from asye.rules.equality import Stretch
from panels.forms.fairness import FairnessChoice
from panels.selectors.fairness import Report, report_of, views_of
from panels.views.doors import PANELS

TITLE = "Outcomes compared"


class FairnessDoor(ComparedDoor):
    """The cases that began in a year."""

    permission = "panels.fairness.see"
    section = "panels"
    choices = FairnessChoice
    file = "panels-compared"

    def views(self) -> list[Stretch]:
        return views_of(self.actor)

    def made(self, view: Stretch) -> Report:
        return report_of(view, self.actor)


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


class FairnessTable(FairnessDoor, ComparedTable):
    """The same as a CSV file."""
