"""What addresses of sharing, of examples and of files of examples can name in the world of the walk."""

from portfolios.models import Exemplar, PortfolioShare, Snapshot, SnapshotFile
from tests.integration.leaks.addresses import Target


def of_sharing() -> dict[tuple[str, str], list[Target]]:
    """A share is named with its portfolio, a file of an example with the example."""
    shares = PortfolioShare.objects.select_related("portfolio")
    exemplars = list(Exemplar.objects.select_related("snapshot"))
    cleared = SnapshotFile.objects.filter(is_cleared=True).select_related("file")
    return {
        ("Portfolio", "pk share"): [
            Target(each.portfolio, {"pk": each.portfolio_id, "share": each.pk}) for each in shares
        ],
        ("Snapshot", "snapshot"): [Target(each, {"snapshot": each.pk}) for each in Snapshot.objects.all()],
        ("Exemplar", "pk"): [Target(each, {"pk": each.pk}) for each in exemplars],
        ("Exemplar", "pk uid"): [
            Target(each, {"pk": each.pk, "uid": file.file.uid})
            for each in exemplars
            for file in cleared.filter(snapshot=each.snapshot)
        ],
    }
