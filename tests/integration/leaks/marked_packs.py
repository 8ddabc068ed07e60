"""The pack of a sampled case that was cleared, and somebody of another council who was named to read it."""

from collections.abc import Callable, Iterator

from django.contrib.contenttypes.models import ContentType

from academy.engines.access.models import Grant
from academy.identity.actor import Actor
from academy.identity.models import Person
from panels.models import Clearance, Sample, Sampled
from panels.querysets.samples import READS_OUTSIDE
from panels.selectors.packs import packs_had
from tests.factories.identity import TODAY
from tests.factories.people import NOW

Told = tuple[str, str, str, Callable[[Actor], bool]]


def cleared_pack(drawn: Sampled, *, lead: Person, reader: Person) -> Iterator[Told]:
    """What stands in it is known to who runs moderation and sees the case, and to who was named."""
    content = {"parts": [{"title": "Zqpackpart", "facts": [], "texts": []}]}
    said = {"content": content, "sha256": "0" * 64, "cleared_by": lead, "cleared_at": NOW}
    Clearance.objects.create(sampled=drawn, number=1, **said)
    Grant.objects.create(
        person=reader,
        thing_type=ContentType.objects.get_for_model(Sample),
        thing_id=drawn.sample_id,
        purpose=READS_OUTSIDE,
        from_on=TODAY,
        given_by=lead,
        given_at=NOW,
    )
    yield "the pack of a sampled case", "Zqpackpart", "neighbour", _has(drawn)


def _has(drawn: Sampled) -> Callable[[Actor], bool]:
    return lambda actor: packs_had(actor).filter(pk=drawn.pk).exists()
