"""Days ahead that training knows of: the days of events somebody has a place with."""

from datetime import date

from django.utils import timezone

from academy.engines.worklist.days import DayProvider, declare_days
from academy.identity.actor import Actor
from academy.training.selectors.bookings import held_days
from academy.ui.lists import Day


def _days(actor: Actor, until: date) -> list[Day]:
    return [
        Day(
            on=timezone.localdate(day.starts_at),
            what=day.event.name,
            detail=f"{timezone.localtime(day.starts_at):%H:%M}, {day.place or day.event.place or 'by video'}",
            url=day.event.get_absolute_url(),
        )
        for day in held_days(actor, until)
    ]


declare_days(DayProvider("training.event", _days))
