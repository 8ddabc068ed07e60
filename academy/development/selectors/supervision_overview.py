"""How the rhythm of supervision is kept in an organisation, for its academy: days, never notes (S4-32)."""

from collections.abc import Sequence
from dataclasses import dataclass

from academy.development.models import SupervisionAgreement
from academy.development.selectors.supervisions import Kept, kept
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES

COLUMNS = ("Name", "Supervisor", "Strand", "Every weeks", "Last held", "Next due", "Planned", "Paused", "How it stands")


@dataclass(frozen=True)
class Overview:
    """Every agreement that both agreed to and that has not ended, the earliest due day first."""

    rows: Sequence[Kept]

    @property
    def late(self) -> list[Kept]:
        return [row for row in self.rows if row.is_late]


def overview_of(actor: Actor) -> Overview:
    """The agreements of the organisation acted in, for who keeps its academy; three queries."""
    places = actor.organisations_where(*ACADEMY_ROLES) & {actor.organisation_id}
    standing = SupervisionAgreement.objects.unended().filter(organisation_id__in=places, agreed_at__isnull=False)
    rows = kept(standing.order_by("pk"), on=actor.on)
    return Overview(sorted(rows, key=lambda row: (row.rhythm.due_on, row.agreement.pk)))


def in_table(rows: Sequence[Kept]) -> list[tuple[object, ...]]:
    """The overview as rows of a table, headings first."""
    return [COLUMNS, *(_cells(row) for row in rows)]


def _cells(row: Kept) -> tuple[object, ...]:
    agreement = row.agreement
    return (
        agreement.person.full_name,
        agreement.supervisor.full_name,
        agreement.get_strand_display(),
        agreement.every_weeks,
        row.rhythm.last_on or "",
        row.rhythm.due_on,
        row.planned.planned_on if row.planned else "",
        row.rhythm.pauses,
        row.state.word,
    )
