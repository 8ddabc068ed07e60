"""Who may read files beside evidence: whoever reads the piece, the portfolio or the snapshot they belong to."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.engines.files.readers import register_readers
from academy.identity.actor import Actor
from portfolios.choices.portfolios import ExemplarState
from portfolios.models import Evidence, EvidenceFile, Exemplar, Item, Portfolio, Snapshot, SnapshotFile


def _read_with_pieces(actor: Actor) -> Q:
    """Files of pieces one has a part in, and of pieces and cited entries in portfolios one may read."""
    items = Item.objects.filter(section__portfolio__in=Portfolio.objects.visible_to(actor))
    beside = EvidenceFile.objects.filter(file=OuterRef("pk"))
    read = Q(evidence__in=Evidence.objects.visible_to(actor)) | Q(evidence__in=items.values("evidence"))
    cited = items.filter(version__attached=OuterRef("pk"))
    return Q(Exists(beside.filter(read))) | Q(Exists(cited))


def _read_with_snapshots(actor: Actor) -> Q:
    """Files of snapshots one may read, and of examples those that were cleared."""
    kept = SnapshotFile.objects.filter(file=OuterRef("pk"))
    cleared = kept.filter(is_cleared=True, snapshot__in=_shown(actor).values("snapshot"))
    return Q(Exists(kept.filter(snapshot__in=Snapshot.objects.visible_to(actor)))) | Q(Exists(cleared))


def _shown(actor: Actor) -> QuerySet[Exemplar]:
    return Exemplar.objects.visible_to(actor).exclude(state=ExemplarState.TAKEN_BACK)


register_readers(_read_with_pieces)
register_readers(_read_with_snapshots)
