"""Days ahead that development knows of: the end of the present stretch, a regulator's window opening and closing."""

from datetime import date

from django.urls import reverse

from academy.development.selectors.appraisals import planned_between
from academy.development.selectors.goals import goals_due
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


def _plans(actor: Actor, until: date) -> list[Day]:
    """Talks planned with oneself or one's people, and the days of one's own goals."""
    talks = [
        Day(
            on=each.planned_on or until,
            what=each.policy.name
            if each.person_id == actor.person_id
            else f"{each.policy.name}: {each.person.full_name}",
            detail=str(each.get_kind_display()),
            url=each.get_absolute_url(),
        )
        for each in planned_between(actor, actor.on, until)
    ]
    goals = [
        Day(on=goal.due_on, what="A goal comes to its day", detail=goal.title, url=goal.get_absolute_url())
        for goal in goals_due(actor, until)
    ]
    return [*talks, *goals]


declare_days(DayProvider("development.plan", _plans))
declare_days(DayProvider("development.renewal", _renewals))
declare_days(DayProvider("development.stretch", _stretch))
