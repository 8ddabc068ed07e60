"""How the inductions of a manager's people stand; who has none going on is not concerned."""

from collections.abc import Collection

from academy.development.models import Induction
from academy.development.selectors.inductions import Standing, standings
from academy.engines.columns.columns import Cell, Column, declare
from academy.identity.actor import Actor


def _cells(actor: Actor, people: Collection[int]) -> dict[int, Cell]:
    """One cell a person; of two inductions the one due first."""
    held = Induction.objects.visible_to(actor).unsigned().filter(person_id__in=people).order_by("-due_on", "-pk")
    return {row.induction.person_id: _cell(row) for row in standings(held, on=actor.on)}


def _cell(row: Standing) -> Cell:
    return Cell(state=row.state, says=row.says, due_on=row.due.on, url=row.induction.get_absolute_url())


declare(Column(key="development.induction", label="Induction", order=30, read=_cells))
