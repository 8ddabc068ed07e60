"""Where the people one manages or oversees stand, and what comes next for each."""

from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse

from academy.engines.access.views import Page
from academy.identity.models import Person
from academy.people.selectors.people import visible_to
from pathways.forms.people import PeopleFilters
from pathways.selectors.people import people_wanted, rows_of, rungs_to_filter, steps_ahead

ON_A_PAGE = 25
PEOPLE = ("Pathways of people", "/pathways/people/")


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


class PersonPathway(Page):
    """Where somebody stands, and every step that leads on from there."""

    permission = "pathways.standing.see"
    section = "pathways"
    template_name = "pathways/why_person.html"
    thing: Person

    def load(self) -> Person:
        found: Person = self.find(visible_to(self.actor), pk=self.kwargs["person"])
        return found

    def person_read(self) -> int:
        return self.thing.pk

    def read(self) -> dict[str, Any]:
        return {
            "title": f"Pathway of {self.thing.full_name}",
            "crumbs": [("My pathway", "/pathways/"), PEOPLE, (self.thing.full_name, "")],
            "person": self.thing,
            "aheads": steps_ahead(self.thing, self.actor),
        }
