"""What addresses of evidence can name in the world of the walk."""

from uuid import uuid4

from portfolios.choices.evidence import EvidenceKind
from portfolios.models import Evidence, EvidenceFile
from portfolios.rules.pieces import PIECES
from tests.integration.leaks.addresses import Target


def of_evidence() -> dict[tuple[str, str], list[Target]]:
    """The page of a piece is everybody's kind; what is done with it has pages for pieces and for audits apart."""
    everything = list(Evidence.objects.all())
    files = EvidenceFile.objects.filter(evidence__kind__in=PIECES).select_related("evidence", "file")
    return {
        ("Evidence", "pk"): [_of(each) for each in everything],
        ("piece", "pk"): [_of(each) for each in everything if each.kind in PIECES],
        ("case audit", "pk"): [_of(each) for each in everything if each.kind == EvidenceKind.AUDIT],
        ("piece", "pk uid"): [Target(each.evidence, {"pk": each.evidence_id, "uid": each.file.uid}) for each in files],
        ("WriteNewPiece", "token"): [Target(None, {"token": uuid4()})],
    }


def _of(evidence: Evidence) -> Target:
    return Target(evidence, {"pk": evidence.pk})
