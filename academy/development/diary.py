"""Days ahead that development knows of: the end of the present stretch."""

from datetime import date

from django.urls import reverse

from academy.development.selectors.present import present_stretch
from academy.engines.worklist.days import DayProvider, declare_days
from academy.identity.actor import Actor
from academy.ui.lists import Day


def _stretch(actor: Actor, until: date) -> list[Day]:
    if actor.person_id is None or not actor.staff_of:
        return []
    present = present_stretch(actor)
    return [
        Day(
            on=present.stretch.ends_on,
            what=f"{present.weeks}-week stretch ends",
            detail="Nothing kept in it yet" if present.is_empty else "",
            url=reverse("development:year"),
        )
    ]


declare_days(DayProvider("development.stretch", _stretch))
