"""How the renewals of a manager's people stand: by the acts they noted themselves, never by what they wrote."""

from collections.abc import Collection

from django.urls import reverse

from academy.development.rules.requirements import Requirement, missing_acts
from academy.development.selectors.regulators import asks_in_force
from academy.development.selectors.season import Season, requirements_in
from academy.engines.columns.columns import Cell, Column, declare
from academy.identity.actor import Actor
from academy.ui.states import Shape, State
from academy.ui.wording import in_a_row


def _cells(actor: Actor, people: Collection[int]) -> dict[int, Cell]:
    """One cell a person; of two registers the one whose window closes first."""
    cells: dict[int, Cell] = {}
    seasons = [Season.of_team(actor, asks) for asks in asks_in_force(actor.on).values()]
    for season in sorted(seasons, key=lambda season: season.cycle.closes_on, reverse=True):
        cells |= {pk: _cell(requirement) for pk, requirement in requirements_in(season, people).items()}
    return cells


def _cell(requirement: Requirement) -> Cell:
    missing = [act.short_name for act in missing_acts(requirement)]
    address = f"{reverse('development:season')}?regulator={requirement.asks.regulator}"
    if not missing:
        return Cell(state=State("All noted", Shape.MET), url=address)
    if not requirement.is_open:
        return Cell(state=State("Not open yet", Shape.NOT_YET), due_on=requirement.cycle.opens_on, says="opens")
    noted = State("In progress", Shape.DOING) if requirement.known.done else State("Nothing noted", Shape.NOT_YET)
    return Cell(state=noted, says=f"Missing: {in_a_row(missing)}", due_on=requirement.cycle.closes_on, url=address)


declare(Column(key="development.renewal", label="Renewal", order=10, read=_cells))
