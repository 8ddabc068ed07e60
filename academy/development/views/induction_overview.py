"""The inductions of an organisation for its academy: who is overdue, who is due soon, as a page and as a table."""

import csv
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.http import urlencode

from academy.development.choices.inductions import InductionState
from academy.development.forms.inductions import OVERVIEW, OverviewFilters
from academy.development.selectors.induction_overview import Overview, closed_of, in_table, overview_of
from academy.development.selectors.inductions import Standing, standings
from academy.development.views.inductions import SECTION, way
from academy.engines.access.views import Door, Page
from academy.engines.imports.rules.cells import BYTE_ORDER_MARK, as_text
from academy.ui.lists import Tally

TITLE = "How inductions stand"
ON_A_PAGE = 25


class OverviewDoor(Door):
    """Reading it is not written to the audit: a list of many people that opens nobody's record."""

    permission = "development.induction.overview"
    section = SECTION

    @cached_property
    def filters(self) -> OverviewFilters:
        return OverviewFilters(self.request.GET)

    @cached_property
    def overview(self) -> Overview:
        return overview_of(self.actor, name=self.filters.name)

    @property
    def found(self) -> Any:
        """What the filter finds: standings of those going on, rows of those that are closed."""
        show = self.filters.show_code
        if show in (InductionState.SIGNED, InductionState.ENDED):
            return closed_of(self.actor, InductionState(show), name=self.filters.name)
        return {"": self.overview.going_on, "overdue": self.overview.overdue, "soon": self.overview.soon}[show]

    def stand(self, rows: Any) -> list[Standing]:
        """The standings of rows that were found."""
        return standings(rows, on=self.today) if hasattr(rows, "select_related") else list(rows)


class InductionOverview(OverviewDoor, Page):
    """Everybody's induction, the nearest due day first."""

    template_name = "development/induction_overview.html"

    def read(self) -> dict[str, Any]:
        page = Paginator(self.found, ON_A_PAGE).get_page(self.request.GET.get("page"))
        return {
            "title": TITLE,
            "crumbs": way((TITLE, "")),
            "filters": self.filters,
            "tallies": self._tallies(),
            "page": page,
            "rows": self.stand(page.object_list),
            "query": self.request.GET.urlencode(),
        }

    def _tallies(self) -> list[Tally]:
        asked = {key: value for key, value in self.filters.chosen.items() if key != "show"}
        counts = self.overview.counts
        return [
            Tally(
                count=counts[code],
                words=words,
                url=f"?{urlencode({**asked, 'show': code} if code else asked)}",
                is_current=code == self.filters.show_code,
            )
            for code, words in OVERVIEW.items()
        ]


class InductionTable(OverviewDoor):
    """The same as a CSV file, every page of it."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="inductions-{self.today}.csv"'
        response["Cache-Control"] = "private, no-store"
        rows = in_table(self.stand(self.found))
        csv.writer(response).writerows([as_text(str(cell)) for cell in row] for row in rows)
        return response
