"""What was handed in: snapshots, read from their own frozen words and from nothing else."""

from dataclasses import dataclass

from django.db.models import QuerySet

from academy.identity.actor import Actor
from portfolios.models import Portfolio, Snapshot
from portfolios.rules.content import Content, fingerprint, read
from portfolios.rules.differences import Differences, differences


class Tampered(RuntimeError):
    """A snapshot whose words are not those its fingerprint was made of: somebody changed the database."""


@dataclass(frozen=True)
class Compared:
    """Two snapshots of one portfolio, the earlier first, and what changed from one to the other."""

    before: Snapshot
    after: Snapshot
    differences: Differences


def snapshot_of(snapshot: Snapshot) -> Content:
    """What was handed in then. Raises `Tampered` where it is not what its fingerprint was made of."""
    if fingerprint(snapshot.content) != snapshot.sha256:
        raise Tampered(f"Snapshot {snapshot.pk} is not what was handed in.")
    return read(snapshot.content)


def latest_snapshot(portfolio: Portfolio) -> Snapshot | None:
    """The last one handed in; None where none was. For panels and the ASYE, which point at one."""
    return portfolio.snapshots.order_by("-number").first()


def snapshots_of(portfolio: Portfolio, actor: Actor) -> QuerySet[Snapshot]:
    """Those of a portfolio the actor may read, the last one first, without their words."""
    visible: QuerySet[Snapshot] = Snapshot.objects.visible_to(actor).filter(portfolio=portfolio)
    return visible.defer("content").order_by("-number")


def compared(one: Snapshot, other: Snapshot) -> Compared:
    """Two snapshots compared, in the order in which they were handed in, whichever is named first."""
    before, after = sorted((one, other), key=lambda each: each.number)
    return Compared(before, after, differences(snapshot_of(before), snapshot_of(after)))
