"""The equality report: how groups of newly qualified social workers fared, small numbers hidden; a page and a table."""

from typing import Any

from academy.engines.access.views import Page
from academy.people.selectors.monitoring import LEAST
from academy.people.views.compared import ComparedDoor, ComparedTable
from asye.forms.equality import ReportChoice
from asye.selectors.equality import Report, View, report_of, views_of
from asye.views.doors import to_board

TITLE = "Equality report"


class EqualityDoor(ComparedDoor):
    """The years of one programme and service that began in a stretch."""

    permission = "asye.report.see"
    section = "asye"
    choices = ReportChoice
    file = "asye-equality"

    def views(self) -> list[View]:
        return views_of(self.actor)

    def made(self, view: View) -> Report:
        return report_of(view, self.actor)


class EqualityReport(EqualityDoor, Page):
    """One report, with the way to the others."""

    template_name = "asye/cohort/equality.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": TITLE,
            "caption": self.report.view.words if self.report else "",
            "crumbs": [*to_board(), (TITLE, "")],
            "choice": self.choice,
            "report": self.report,
            "least": LEAST,
        }


class EqualityTable(EqualityDoor, ComparedTable):
    """The same as a CSV file."""
