"""Who may read files beside evidence: whoever reads the piece, the portfolio or the snapshot they belong to."""

from django.db.models import Exists, OuterRef, Q

from academy.engines.files.readers import register_readers
from academy.identity.actor import Actor
from portfolios.models import Evidence, EvidenceFile, Item, Portfolio, Snapshot, SnapshotFile


def _read_with_pieces(actor: Actor) -> Q:
    """Files of pieces one has a part in, and of pieces and cited entries in portfolios one may read."""
    items = Item.objects.filter(section__portfolio__in=Portfolio.objects.visible_to(actor))
    beside = EvidenceFile.objects.filter(file=OuterRef("pk"))
    read = Q(evidence__in=Evidence.objects.visible_to(actor)) | Q(evidence__in=items.values("evidence"))
    cited = items.filter(version__attached=OuterRef("pk"))
    return Q(Exists(beside.filter(read))) | Q(Exists(cited))


def _read_with_snapshots(actor: Actor) -> Q:
    """Files of snapshots one may read. Those of an example are given out by the example, under a number for a name."""
    kept = SnapshotFile.objects.filter(file=OuterRef("pk"))
    return Q(Exists(kept.filter(snapshot__in=Snapshot.objects.visible_to(actor))))


register_readers(_read_with_pieces)
register_readers(_read_with_snapshots)
