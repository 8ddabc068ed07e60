"""What addresses of snapshots and breaches can name in the world of the walk."""

from academy.identity.actor import Actor
from portfolios.models import Breach, Snapshot
from tests.integration.leaks.addresses import Target, may_know

Named = dict[tuple[str, str], list[Target]]


def of_signing() -> Named:
    """What was handed in is known to whoever may read it; two versions are named as one and another of it."""
    snapshots = list(Snapshot.objects.all())
    return {
        ("Snapshot", "pk"): [Target(each, {"pk": each.pk}) for each in snapshots],
        ("Snapshot", "pk other"): [
            _two(one, other)
            for one in snapshots
            for other in snapshots
            if one.portfolio_id == other.portfolio_id and one.number < other.number
        ],
        ("Breach", "pk"): [Target(each, {"pk": each.pk}) for each in Breach.objects.all()],
    }


def _two(one: Snapshot, other: Snapshot) -> Target:
    """Known to whoever may read both: she who was let read one version learns nothing of the next."""

    def known(actor: Actor) -> bool:
        return may_know(actor, one) and may_know(actor, other)

    return Target(one, {"pk": one.pk, "other": other.pk}, known)
