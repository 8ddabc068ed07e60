"""What pathways tell a manager of her people: how the next step stands, and the soonest day."""

from collections.abc import Collection

from django.urls import reverse

from academy.engines.columns.columns import Cell, Column, declare
from academy.identity.actor import Actor
from pathways.selectors.people import Ahead, judged_ahead
from pathways.selectors.seeing import standings_seen


def _cells(actor: Actor, people: Collection[int]) -> dict[int, Cell]:
    """One cell a person, of the first of her standings from which a step leads on."""
    found = judged_ahead(standings_seen(people, actor), on=actor.on)
    return {pk: cell for pk, aheads in found.items() if (cell := _cell(pk, aheads)) is not None}


def _cell(pk: int, aheads: list[Ahead]) -> Cell | None:
    ahead = next((each for each in aheads if each.judged is not None), None)
    if ahead is None or ahead.judged is None or ahead.above is None:
        return None
    address = reverse("pathways:person-why", args=[pk, ahead.judged.step.code])
    return Cell(
        state=ahead.judged.result.standing.state,
        says=f"To {ahead.above.brief}",
        due_on=ahead.outlook.day if ahead.outlook else None,
        url=f"{address}?of={ahead.standing.organisation.slug}",
    )


declare(Column(key="pathways.step", label="Next step", order=60, read=_cells))
