"""How the portfolios of a manager's people stand: the state and the day, nothing of what is in them."""

from collections.abc import Collection

from academy.engines.columns.columns import Cell, Column, declare
from academy.identity.actor import Actor
from portfolios.selectors.due import standing_of


def _cells(actor: Actor, people: Collection[int]) -> dict[int, Cell]:
    found = standing_of(people, actor)
    return {pk: Cell(state=state.state, due_on=due_on) for pk, (state, due_on) in found.items()}


declare(Column(key="portfolios.portfolio", label="Portfolio", order=70, read=_cells))
