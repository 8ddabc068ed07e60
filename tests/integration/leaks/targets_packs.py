"""What addresses of cleared packs can name in the walk: who runs moderation, and who was named to read outside."""

from typing import Any

from academy.engines.access.models import Grant
from academy.identity.actor import Actor
from panels.models import Sample, Sampled
from panels.querysets.samples import READS_OUTSIDE
from panels.selectors.packs import draws_with_packs, packs_had, reader_called
from tests.integration.leaks.addresses import Target


def of_packs() -> dict[tuple[str, str], list[Target]]:
    """Each is found by some of those who run moderation and by the reader of its draw, and by nobody else."""
    draws, cases = Sample.objects.all(), Sampled.objects.select_related("sample")
    return {
        ("cleared pack", "pk"): [_found(each, packs_had) for each in cases],
        ("draw with packs", "pk"): [_found(each, draws_with_packs) for each in draws],
        ("draw outside", "pk"): [_found(each, Sample.objects.read_outside_by) for each in draws],
        ("case outside", "pk"): [_found(each, Sampled.objects.read_outside_by) for each in cases],
        ("reader outside", "pk"): [_reader(each) for each in Grant.objects.filter(purpose=READS_OUTSIDE)],
    }


def _found(each: Any, rows: Any) -> Target:
    def known(actor: Actor) -> bool:
        return bool(rows(actor).filter(pk=each.pk).exists())

    return Target(each, {"pk": each.pk}, known)


def _reader(grant: Grant) -> Target:
    """Ending it is judged on the draw."""

    def known(actor: Actor) -> bool:
        return reader_called(grant.pk, actor) is not None

    return Target(Sample.objects.get(pk=grant.thing_id), {"pk": grant.pk}, known)
