"""Somebody's plan: goals, and the two meetings of the year. One's own, and those of the people one manages."""

from typing import Any

from django.core.paginator import Paginator

from academy.development.selectors.goals import plan_of
from academy.development.selectors.meetings import earlier_meetings, own_year, year_with
from academy.development.selectors.team_plans import people_managed, team_plans
from academy.development.views.ways import MY_DEVELOPMENT
from academy.engines.access.views import Page
from academy.identity.models import Person
from academy.people.selectors.people import visible_to

ON_A_PAGE = 25


def _meetings(year: Any, person_id: int | None, actor: Any) -> dict[str, Any]:
    meetings = year.of(person_id) if year is not None else ()
    shown = [meeting.appraisal.pk for meeting in meetings if meeting.appraisal]
    return {
        "meetings": meetings,
        "appraisal_name": year.terms.name if year is not None else "",
        "earlier": earlier_meetings(person_id, actor, but=shown),
    }


class MyPlan(Page):
    """One's own goals and the meetings of the year."""

    permission = "development.plan.see"
    section = "development"
    template_name = "development/plan.html"

    def read(self) -> dict[str, Any]:
        return {
            "title": "My plan",
            "plan": plan_of(self.actor.person_id, self.actor),
            "is_own": True,
            "owner_id": self.actor.person_id,
            **_meetings(own_year(self.actor), self.actor.person_id, self.actor),
            "crumbs": [MY_DEVELOPMENT, ("My plan", "")],
        }


class PersonPlan(Page):
    """The plan of somebody one manages."""

    permission = "development.plan.read"
    section = "development"
    template_name = "development/plan.html"
    thing: Person

    def load(self) -> Person:
        found: Person = self.find(visible_to(self.actor), pk=self.kwargs["pk"])
        return found

    def person_read(self) -> int:
        return self.thing.pk

    def read(self) -> dict[str, Any]:
        year = year_with([self.thing.pk], self.actor.organisation_id, on=self.actor.on)
        return {
            "title": f"Plan of {self.thing.full_name}",
            "plan": plan_of(self.thing.pk, self.actor),
            "is_own": False,
            "owner_id": self.thing.pk,
            **_meetings(year, self.thing.pk, self.actor),
            "crumbs": [MY_DEVELOPMENT, ("My people’s plans", "/development/people/"), (self.thing.full_name, "")],
        }


class PeoplePlans(Page):
    """The people one manages, and how the plan of each stands. Opens nobody's record, so no reading is noted."""

    permission = "development.plans.see"
    section = "development"
    template_name = "development/plans.html"

    def read(self) -> dict[str, Any]:
        page = Paginator(people_managed(self.actor), ON_A_PAGE).get_page(self.request.GET.get("page"))
        return {
            "title": "My people’s plans",
            "crumbs": [MY_DEVELOPMENT, ("My people’s plans", "")],
            "page": page,
            "rows": team_plans(list(page.object_list), self.actor),
        }
