"""How the mandatory training of a manager's people stands."""

from collections.abc import Collection

from django.urls import reverse

from academy.engines.columns.columns import Cell, Column, declare
from academy.identity.actor import Actor
from academy.training.rules.gaps import Gaps
from academy.training.selectors.gaps import gaps_of
from academy.ui.states import Shape, State


def _cells(actor: Actor, people: Collection[int]) -> dict[int, Cell]:
    """Who has nothing required of her by name has no cell."""
    found = gaps_of(people, on=actor.on, within=actor.reaches)
    return {person_id: _cell(gaps, of=person_id) for person_id, gaps in found.items() if gaps.lines}


def _cell(gaps: Gaps, *, of: int) -> Cell:
    address = reverse("training:person-record", args=[of])
    ends = [line.result.until for line in (*gaps.soon, *gaps.met) if line.result.until]
    next_on = min(ends, default=None)
    if gaps.missing:
        return Cell(state=State(f"{len(gaps.missing)} missing", Shape.NOT_YET), says=_first(gaps), url=address)
    if gaps.soon:
        return Cell(
            state=State("Runs out soon", Shape.AGEING), says=gaps.soon[0].result.what, due_on=next_on, url=address
        )
    return Cell(state=State("Done", Shape.MET), due_on=next_on, url=address)


def _first(gaps: Gaps) -> str:
    """The first that is missing, by name, and that there are more."""
    more = len(gaps.missing) - 1
    return f"{gaps.missing[0].result.what}{f' and {more} more' if more else ''}"


declare(Column(key="training.mandatory", label="Training", order=20, read=_cells))
