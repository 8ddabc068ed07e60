"""Lists of cases: one's own, and those of a sitting for who runs it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property

from academy.engines.access.views import Door, Page
from academy.engines.imports.downloads import table
from academy.identity.models import Person
from academy.people.selectors.people import visible_to
from academy.ui.lists import Tally
from panels.selectors.beginnings import own_journeys, posts_open_to, step_beginning
from panels.selectors.own_cases import own_cases
from panels.selectors.sitting_cases import HEADINGS, SHOWS, Row, counts_of, lines_of, rows_of, shown, title_of
from panels.views.doors import PANELS, MeetingDoor

ON_A_PAGE = 50
YOUR_CASES = "Your cases"


class OwnDoor(Door):
    """A view of what one can hand in oneself."""

    permission = "panels.case.begin"
    section = "panels"
    thing: Any

    def load(self) -> Any:
        person: Person = self.find(visible_to(self.actor), pk=self.actor.person_id)
        return person

    @property
    def crumbs(self) -> list[tuple[str, str]]:
        return [(PANELS, reverse("panels:home")), (YOUR_CASES, reverse("panels:cases"))]


class OwnCases(OwnDoor, Page):
    """One's own cases, and what can be begun."""

    template_name = "panels/cases/own.html"

    def read(self) -> dict[str, Any]:
        journeys = [(each, step_beginning(each, self.actor)) for each in own_journeys(self.actor)]
        return {
            "title": YOUR_CASES,
            "cases": own_cases(self.actor),
            "steps": [found for _, found in journeys if found is not None and found.is_to_panel and not found.live],
            "posts": posts_open_to(self.actor),
            "crumbs": [self.crumbs[0], (YOUR_CASES, "")],
        }


class SittingDoor(MeetingDoor):
    """A view of the cases of a sitting. Reading the list is not written to the audit: it opens nobody's record."""

    permission = "panels.sitting.follow"

    @cached_property
    def rows(self) -> list[Row]:
        return rows_of(self.thing, self.actor)

    @property
    def show(self) -> str:
        asked = self.request.GET.get("show", "")
        return asked if asked in SHOWS else ""


class SittingCases(SittingDoor, Page):
    """How each case of the sitting stands, whom it waits for and since when."""

    template_name = "panels/cases/sitting.html"

    def read(self) -> dict[str, Any]:
        found = shown(self.rows, self.show)
        return {
            "title": "Cases of the sitting",
            "caption": title_of(self.thing),
            "meeting": self.thing,
            "tallies": self._tallies(),
            "show": self.show,
            "page": Paginator(found, ON_A_PAGE).get_page(self.request.GET.get("page")),
            "crumbs": [
                (PANELS, reverse("panels:home")),
                (self.thing.panel.title, self.thing.panel.get_absolute_url()),
                ("Cases", ""),
            ],
        }

    def _tallies(self) -> list[Tally]:
        counts = counts_of(self.rows)
        return [
            Tally(count=counts[code], words=words, url=f"?show={code}", is_current=code == self.show)
            for code, (words, _) in SHOWS.items()
        ]


class SittingCasesFile(SittingDoor):
    """The same as a CSV file."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return table(f"cases-{self.thing.sitting.on}.csv", HEADINGS, lines_of(shown(self.rows, self.show)))
