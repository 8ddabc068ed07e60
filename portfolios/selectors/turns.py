"""Whose turn it is in a piece of evidence, and since when: hers, or whoever's who is to say her part."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from portfolios.choices.evidence import OTHERS_TURN, OWN_TURN, EvidenceKind, EvidenceState, Giver
from portfolios.models import Evidence

# What `with_whom` reads, for lists of pieces.
BESIDE = ("person", "signer", "observation__observer", "feedback", "case_audit__auditor")


def second_person(evidence: Evidence) -> str:
    """The name of the second person; of who gives feedback without a name, what she is. Empty where nobody is asked."""
    if evidence.kind == EvidenceKind.OBSERVATION and hasattr(evidence, "observation"):
        seen = evidence.observation
        return str(seen.observer.full_name if seen.observer else seen.outsider_name)
    if evidence.kind == EvidenceKind.AUDIT and hasattr(evidence, "case_audit"):
        return str(evidence.case_audit.auditor.full_name)
    if evidence.kind == EvidenceKind.FEEDBACK and hasattr(evidence, "feedback"):
        given = evidence.feedback
        return str(given.giver_name or Giver(given.giver).label)
    return str(evidence.signer.full_name) if evidence.signer is not None else ""


def since(evidence: Evidence) -> date:
    """The day from which it has been as it is."""
    return timezone.localdate(_moment(evidence))


@dataclass(frozen=True)
class Row:
    """A piece in a list: with whom it is, and from which day."""

    evidence: Evidence
    second: str
    since: date

    @property
    def waits_on_others(self) -> bool:
        return self.evidence.state in OTHERS_TURN

    @property
    def is_own_turn(self) -> bool:
        return self.evidence.state in OWN_TURN

    @property
    def planned_on(self) -> date | None:
        """The day an observation is planned for, until one is said on which it was."""
        planned = self.evidence.happened_on is None and hasattr(self.evidence, "observation")
        return self.evidence.observation.planned_on if planned else None


def row_of(evidence: Evidence) -> Row:
    """A piece with its turn; no query where `BESIDE` was read with it."""
    return Row(evidence, second_person(evidence), since(evidence))


def rows_of(evidence: Iterable[Evidence]) -> list[Row]:
    """The same for a list, in its order."""
    return [row_of(each) for each in evidence]


def _moment(evidence: Evidence) -> datetime:
    reached: datetime | None = None
    if evidence.state == EvidenceState.ASKED:
        reached = evidence.asked_at
    elif evidence.state == EvidenceState.COMPLETE:
        reached = evidence.completed_at
    elif evidence.state == EvidenceState.WITHDRAWN:
        reached = evidence.withdrawn_at
    return reached or evidence.changed_at
