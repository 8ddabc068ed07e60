"""The days one's own portfolios are to be handed in by."""

from datetime import date

from academy.engines.worklist.days import DayProvider, declare_days
from academy.identity.actor import Actor
from academy.ui.lists import Day
from portfolios.selectors.due import days_ahead_of


def _days(actor: Actor, until: date) -> list[Day]:
    if actor.person_id is None:
        return []
    return [
        Day(on=each.due_on, what=f"“{each.title}” is to be handed in", url=each.get_absolute_url())
        for each in days_ahead_of(actor, until=until)
        if each.due_on is not None
    ]


declare_days(DayProvider("portfolios.portfolio", _days))
