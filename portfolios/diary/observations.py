"""Days ahead on which one is observed, or observes somebody."""

from datetime import date

from django.urls import reverse

from academy.engines.worklist.days import DayProvider, declare_days
from academy.identity.actor import Actor
from academy.ui.lists import Day
from portfolios.models import Evidence
from portfolios.selectors.observations import observer_name, planned_between


def _days(actor: Actor, until: date) -> list[Day]:
    return [_day(each, actor) for each in planned_between(actor, actor.on, until)]


def _day(evidence: Evidence, actor: Actor) -> Day:
    day = evidence.observation.planned_on
    if evidence.person_id == actor.person_id:
        name = observer_name(evidence.observation)
        return Day(on=day, what=f"Observed by {name}", detail=evidence.title, url=evidence.get_absolute_url())
    url = reverse("portfolios:write-observation", args=[evidence.pk])
    return Day(on=day, what=f"Observe {evidence.person.full_name}", detail=evidence.title, url=url)


declare_days(DayProvider("portfolios.observation", _days))
