"""The cohort board of those who oversee the programme, who assesses how many, and the return for the national body."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.http import urlencode

from academy.engines.access.permissions import allows
from academy.engines.access.views import Door, Page
from academy.engines.imports.downloads import table
from academy.ui.lists import Tally
from asye.forms.cohort import SHOWS, BoardFilters
from asye.selectors.cohort import Board, Row, board_of, groups_of, overseen, rows_of
from asye.selectors.load import loads_of
from asye.selectors.national_return import HEADINGS, return_rows
from asye.views.doors import BOARD, HOME, to_board

ON_A_PAGE = 50
RUN = "asye.cohort.run"


class BoardDoor(Door):
    """What the board is asked. Reading it is not written to the audit: it opens nobody's record."""

    permission = "asye.cohort.see"
    section = "asye"

    @cached_property
    def rows(self) -> list[Row]:
        return rows_of(overseen(self.actor), self.actor)

    @cached_property
    def filters(self) -> BoardFilters:
        return BoardFilters(self.request.GET, rows=self.rows)

    @cached_property
    def board(self) -> Board:
        return board_of(self.rows, self.filters.wanted)


class CohortBoard(BoardDoor, Page):
    """Who is where, why, what is next and whom it waits for; those who need her first."""

    template_name = "asye/cohort/board.html"

    def read(self) -> dict[str, Any]:
        page = Paginator(self.board.rows, ON_A_PAGE).get_page(self.request.GET.get("page"))
        return {
            "title": BOARD,
            "intro": f"{len(self.rows)} in their year or about to begin. Those who need you come first.",
            "crumbs": [HOME, (BOARD, "")],
            "filters": self.filters,
            "tallies": self._tallies(),
            "page": page,
            "groups": groups_of(page.object_list, self.board),
            "runs": allows(RUN, self.actor),
            "reports": allows("asye.report.see", self.actor),
        }

    def _tallies(self) -> list[Tally]:
        asked = {key: value for key, value in self.filters.chosen.items() if key != "show"}
        show = self.filters.chosen.get("show", "")
        return [
            Tally(
                count=self.board.counts.get(code, 0),
                words=words,
                url=f"?{urlencode({**asked, 'show': code} if code else asked)}",
                is_current=code == show,
            )
            for code, words in SHOWS.items()
        ]


class AssessorsLoad(BoardDoor, Page):
    """Who has how many years in hand, before the next one is given to somebody."""

    template_name = "asye/cohort/load.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "Assessors’ load",
            "intro": "Years that have not ended, of those you oversee.",
            "crumbs": [*to_board(), ("Assessors’ load", "")],
            "page": Paginator(loads_of(self.rows, on=self.today), ON_A_PAGE).get_page(self.request.GET.get("page")),
            "unassessed": sum(row.assessor is None for row in self.rows),
        }


class NationalReturn(Door):
    """The rows as a CSV file."""

    permission = RUN
    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return table(f"asye-return-{self.today}.csv", HEADINGS, return_rows(self.actor))
