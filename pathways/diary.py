"""Days ahead that pathways know of: the dates of one's own plan towards a sitting."""

from datetime import date

from academy.engines.worklist.days import DayProvider, declare_days
from academy.identity.actor import Actor
from academy.ui.lists import Day
from pathways.selectors.milestones import dates_ahead, plan_address


def _dates(actor: Actor, until: date) -> list[Day]:
    return [
        Day(on=each.due_on, what=each.title, detail="From your plan", url=plan_address(each.journey))
        for each in dates_ahead(actor, until)
    ]


declare_days(DayProvider("pathways.plan", _dates))
