"""Where the people one manages or oversees stand, and what comes next for each."""

from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse

from academy.engines.access.views import Page
from pathways.forms.people import PeopleFilters
from pathways.selectors.people import people_wanted, rows_of, rungs_to_filter

ON_A_PAGE = 25


class PeopleAhead(Page):
    """The list: rung, next step, pathway, what waits and the soonest sitting. Opens nobody's page, so no reading is
    noted."""

    permission = "pathways.standings.see"
    section = "pathways"
    template_name = "pathways/why_people.html"

    def read(self) -> dict[str, Any]:
        filters = PeopleFilters(self.request.GET, rungs=rungs_to_filter(self.actor))
        page = Paginator(people_wanted(self.actor, filters.wanted), ON_A_PAGE).get_page(self.request.GET.get("page"))
        return {
            "title": "Pathways of people",
            "crumbs": [("My pathway", "/pathways/"), ("Pathways of people", "")],
            "filters": filters,
            "people_url": reverse("pathways:people"),
            "page": page,
            "rows": rows_of(list(page.object_list), self.actor),
        }
