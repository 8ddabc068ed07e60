"""Who has had an appraisal, by days only; and which learning people need, as numbers without names."""

import csv
from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.functional import cached_property
from django.utils.http import urlencode

from academy.development.forms.overview import OverviewFilters
from academy.development.selectors.appraisal_overview import SHOWS, Overview, csv_rows, matching, rows_of
from academy.development.selectors.learning_needs import needs_here
from academy.development.views.ways import MY_DEVELOPMENT
from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.engines.imports.rules.cells import BYTE_ORDER_MARK, Echo, as_text
from academy.ui.lists import Tally

ON_A_PAGE = 25


class OverviewDoor(Door):
    """What the overview is asked. Reading it is not written to the audit: it opens nobody's record, only days."""

    permission = "development.appraisals.see"
    section = "development"

    @cached_property
    def filters(self) -> OverviewFilters:
        return OverviewFilters(self.request.GET)

    @cached_property
    def overview(self) -> Overview:
        return Overview(self.actor, self.filters.meeting, self.filters.years_back)

    def found(self) -> tuple[list[int], dict[str, int]]:
        chosen = self.filters.chosen
        return matching(self.overview, name=chosen.get("q", ""), show=chosen.get("show", ""))


class AppraisalOverview(OverviewDoor, Page):
    """Everybody of one's places: not begun, overdue, signed; days and never words (S2-30)."""

    template_name = "development/overview.html"

    def read(self) -> dict[str, Any]:
        ids, counts = self.found()
        page = Paginator(ids, ON_A_PAGE).get_page(self.request.GET.get("page"))
        return {
            "title": "Appraisals",
            "intro": "You see days, never what the two wrote.",
            "crumbs": [MY_DEVELOPMENT, ("Appraisals", "")],
            "filters": self.filters,
            "page": page,
            "rows": rows_of(list(page.object_list), self.overview),
            "tallies": self._tallies(counts),
            "query": urlencode(self.filters.chosen),
            "sees_needs": allows("development.needs.see", self.actor),
        }

    def _tallies(self, counts: dict[str, int]) -> list[Tally]:
        asked = {key: value for key, value in self.filters.chosen.items() if key != "show"}
        show = self.filters.chosen.get("show", "")
        return [
            Tally(
                count=counts[code],
                words=words,
                url=f"?{urlencode({**asked, 'show': code} if code else asked)}",
                is_current=code == show,
            )
            for code, words in {"": "asked for it", **SHOWS}.items()
        ]


class OverviewTable(OverviewDoor):
    """The same as a CSV file, written as it is read."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        ids, _ = self.found()
        response = StreamingHttpResponse(self._lines(ids), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="appraisals-{self.today}.csv"'
        response["Cache-Control"] = "private, no-store"
        return response

    def _lines(self, ids: list[int]) -> Iterator[str]:
        writer = csv.writer(Echo())
        yield BYTE_ORDER_MARK
        for row in csv_rows(ids, self.overview):
            yield str(writer.writerow([as_text(cell) for cell in row]))


class LearningNeeds(Page):
    """What people need to learn, counted over signed appraisals of the year; small numbers are hidden."""

    permission = "development.needs.see"
    section = "development"
    template_name = "development/needs.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "What people need to learn",
            "intro": "Named in signed appraisals and reviews of this year and the last, counted without names.",
            "crumbs": [MY_DEVELOPMENT, ("What people need to learn", "")],
            "needs": needs_here(self.actor),
        }
