"""How the supervision of a manager's people is kept: days alone, whoever supervises."""

from collections.abc import Collection

from academy.development.models import SupervisionAgreement
from academy.development.selectors.supervisions import Kept, kept
from academy.engines.columns.columns import Cell, Column, declare
from academy.identity.actor import Actor


def _cells(actor: Actor, people: Collection[int]) -> dict[int, Cell]:
    """One cell a person; of two strands the one due first."""
    held = SupervisionAgreement.objects.visible_to(actor).unended().filter(person_id__in=people).order_by("pk")
    rows = sorted(kept(held, on=actor.on), key=lambda row: (row.rhythm.due_on, row.agreement.pk), reverse=True)
    return {row.agreement.person_id: _cell(row) for row in rows}


def _cell(row: Kept) -> Cell:
    next_on = row.planned.planned_on if row.planned else row.rhythm.due_on
    strand = row.agreement.get_strand_display()
    return Cell(state=row.state, says=strand, due_on=next_on, url=row.agreement.get_absolute_url())


declare(Column(key="development.supervision", label="Supervision", order=40, read=_cells))
