"""Whether the rhythm of supervision is kept in the organisation, by days alone, as a page and as a table."""

import csv
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property

from academy.development.selectors.supervision_overview import Overview, in_table, overview_of
from academy.development.views.supervision_agreements import SECTION, way
from academy.engines.access.views import Door, Page
from academy.engines.imports.rules.cells import BYTE_ORDER_MARK, as_text
from academy.ui.lists import Tally

TITLE = "How supervision is kept"
ON_A_PAGE = 25
LATE = "late"


class OverviewDoor(Door):
    """Reading it is not written to the audit: days of many people, and nobody's notes."""

    permission = "development.supervision.overview"
    section = SECTION

    @cached_property
    def overview(self) -> Overview:
        return overview_of(self.actor)

    @property
    def shows_late(self) -> bool:
        return self.request.GET.get("show") == LATE

    @property
    def found(self) -> list[Any]:
        return self.overview.late if self.shows_late else list(self.overview.rows)


class SupervisionOverview(OverviewDoor, Page):
    """Every agreement that stands, the one longest behind first."""

    template_name = "development/supervision_overview.html"

    def read(self) -> dict[str, Any]:
        tallies = [
            Tally(count=len(self.overview.rows), words="agreements", url="?", is_current=not self.shows_late),
            Tally(
                count=len(self.overview.late),
                words="behind their rhythm",
                url=f"?show={LATE}",
                is_current=self.shows_late,
            ),
        ]
        return {
            "title": TITLE,
            "crumbs": way((TITLE, "")),
            "tallies": tallies,
            "page": Paginator(self.found, ON_A_PAGE).get_page(self.request.GET.get("page")),
            "query": self.request.GET.urlencode(),
        }


class SupervisionTable(OverviewDoor):
    """The same as a CSV file, every page of it."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="supervision-{self.today}.csv"'
        response["Cache-Control"] = "private, no-store"
        csv.writer(response).writerows([as_text(str(cell)) for cell in row] for row in in_table(self.found))
        return response
