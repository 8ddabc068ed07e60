"""How goals and appraisals of a manager's people stand."""

from collections.abc import Collection
from datetime import date

from django.urls import reverse

from academy.development.rules.goals import goals_sentence
from academy.development.selectors.goals import open_days_of
from academy.development.selectors.meetings import year_with
from academy.engines.columns.columns import Cell, Column, declare
from academy.identity.actor import Actor
from academy.ui.states import Shape, State


def _goals(actor: Actor, people: Collection[int]) -> dict[int, Cell]:
    days = open_days_of(people, actor)
    return {pk: _goal_cell(actor, pk, days.get(pk, [])) for pk in people}


def _goal_cell(actor: Actor, pk: int, days: list[date]) -> Cell:
    address = reverse("development:person-plan", args=[pk])
    if not days:
        return Cell(state=State("No open goal", Shape.NOT_YET), url=address)
    late = any(day < actor.on for day in days)
    state = State("Past its day", Shape.AGEING) if late else State("Under way", Shape.DOING)
    return Cell(state=state, says=goals_sentence(days, on=actor.on), due_on=days[0], url=address)


def _meetings(actor: Actor, people: Collection[int]) -> dict[int, Cell]:
    """The next meeting of the year that is not signed; where all are, the last."""
    year = year_with(people, actor.organisation_id, on=actor.on)
    cells = {}
    for pk in people:
        meetings = year.of(pk) if year else ()
        if meetings:
            coming = next((each for each in meetings if not each.is_signed), meetings[-1])
            due = None if coming.is_signed else coming.due_on
            address = reverse("development:person-plan", args=[pk])
            cells[pk] = Cell(state=coming.state, says=coming.called, due_on=due, url=address)
    return cells


declare(
    Column(key="development.goal", label="Goals", order=40, read=_goals),
    Column(key="development.appraisal", label="Appraisal", order=50, read=_meetings),
)
