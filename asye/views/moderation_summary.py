"""What a half-year's moderation adds up to, for the co-ordinator's summary report; a page, and a table for others."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property

from academy.engines.access.views import Door, Page
from academy.engines.imports.downloads import table
from academy.people.rules.compared_lines import HIDDEN
from academy.people.selectors.monitoring import LEAST
from asye.forms.moderation_summary import PeriodChoice
from asye.selectors.moderation_summary import Summary, halves_of, programmes_run, summary_of
from asye.views.cohort import RUN
from asye.views.doors import to_board

TITLE = "Moderation summary"
HEADINGS = ("About", "What", "Number")


class SummaryDoor(Door):
    """What is asked for. Reading it is not written to the audit: it opens nobody's record."""

    permission = RUN
    section = "asye"

    @cached_property
    def choice(self) -> PeriodChoice:
        return PeriodChoice(self.request.GET, found=halves_of(self.actor), programmes=programmes_run(self.actor))

    @cached_property
    def summary(self) -> Summary | None:
        if self.choice.wanted is None:
            return None
        half, programme, service = self.choice.wanted
        return summary_of(half, programme, service, actor=self.actor)


class ModerationSummary(SummaryDoor, Page):
    """Every number, for whoever runs the programme."""

    template_name = "asye/cohort/moderation_summary.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": TITLE,
            "caption": self.summary.words if self.summary else "",
            "crumbs": [*to_board(), (TITLE, "")],
            "choice": self.choice,
            "summary": self.summary,
            "query": self.request.GET.urlencode(),
            "least": LEAST,
        }


class ModerationSummaryTable(SummaryDoor):
    """The same as a CSV file that can go outside: small numbers are hidden."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        name = f"asye-moderation-{self.summary.half.code}.csv" if self.summary else "asye-moderation.csv"
        return table(name, HEADINGS, self._lines())

    def _lines(self) -> Iterator[list[str]]:
        for block in self.summary.for_others if self.summary else []:
            for words, number in block.lines:
                yield [block.title, words, HIDDEN if number is None else str(number)]
