"""Days ahead that development knows of: the end of the present stretch, a regulator's window opening and closing."""

from datetime import date

from django.urls import reverse

from academy.development.selectors.present import present_stretch
from academy.development.selectors.renewals import requirements_of
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


def _renewals(actor: Actor, until: date) -> list[Day]:
    return [
        Day(on=on, what=what, detail=f"{requirement.asks.name}{detail}", url=reverse("development:renewal"))
        for requirement in requirements_of(actor)
        for on, what, detail in (
            (requirement.cycle.opens_on, "Renewal window opens", ""),
            (requirement.cycle.closes_on, "Renewal window closes", ", 23:59"),
        )
    ]


declare_days(DayProvider("development.renewal", _renewals))
declare_days(DayProvider("development.stretch", _stretch))
