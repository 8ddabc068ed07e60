"""Reviewers' load and turnaround, on a page and as a table."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from academy.engines.access.views import Door, Page
from academy.engines.imports.downloads import table
from panels.selectors.load import HEADINGS, lines_of, loads_of
from panels.views.doors import PANELS

ON_A_PAGE = 50
TITLE = "Reviewers’ load"


class LoadDoor(Door):
    """Reading it is not written to the audit: it opens nobody's record."""

    permission = "panels.load.see"
    section = "panels"


class LoadPage(LoadDoor, Page):
    """Who has how much, and how long it takes."""

    template_name = "panels/reports/load.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": TITLE,
            "intro": "Reviews asked for within the last twelve months. It says how much and how soon, never how.",
            "crumbs": [(PANELS, reverse("panels:home")), (TITLE, "")],
            "page": Paginator(loads_of(self.actor), ON_A_PAGE).get_page(self.request.GET.get("page")),
        }


class LoadTable(LoadDoor):
    """The same as a CSV file."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return table(f"reviewers-load-{self.today}.csv", HEADINGS, lines_of(loads_of(self.actor)))
