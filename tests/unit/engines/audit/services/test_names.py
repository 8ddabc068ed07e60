from datetime import UTC, datetime

import pytest

from academy.engines.audit.commands import Refused, record_read
from academy.engines.audit.models import Event, Name
from academy.engines.audit.services.names import scrub
from academy.identity.actor import Actor
from tests.factories.identity import TODAY, PersonFactory, actor_of

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)
PORTAL = Actor.system("retention", on=TODAY)


def test_scrubbed_name_is_gone_from_every_event_and_no_event_changed():
    leaver, owner = PersonFactory(), PersonFactory()
    for _ in range(2):
        record_read(owner, about=owner.pk, by=actor_of(leaver), at=AT)
    before = list(Event.objects.order_by("pk").values())

    scrub(name=Name.objects.get(), by=PORTAL, at=AT)

    reads = Event.objects.filter(kind="read").order_by("pk")
    assert [event.actor.name for event in reads] == ["Name removed", "Name removed"]
    assert list(reads.values()) == before
    assert list(Event.objects.filter(kind="act").values_list("act", "changed")) == [
        ("audit.name.scrub", ["name", "scrubbed_at"])
    ]


def test_name_removed_before_is_refused():
    owner = PersonFactory()
    record_read(owner, about=owner.pk, by=actor_of(), at=AT)
    name = scrub(name=Name.objects.get(), by=PORTAL, at=AT)

    with pytest.raises(Refused, match="removed before"):
        scrub(name=name, by=PORTAL, at=AT)

    assert Name.objects.get(pk=name.pk).scrubbed_at == AT
