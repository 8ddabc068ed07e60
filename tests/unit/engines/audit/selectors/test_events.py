from datetime import UTC, datetime, timedelta

import pytest

from academy.engines.audit.commands import record_read
from academy.engines.audit.models import Name
from academy.engines.audit.selectors.events import acts_on, readers_of, reads_of
from academy.engines.audit.services.names import scrub
from academy.identity.actor import Actor
from tests.factories.identity import TODAY, PersonFactory, actor_of

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)
PORTAL = Actor.system("retention", on=TODAY)


@pytest.mark.parametrize("count", [1, 3])
def test_reads_of_a_person_are_hers_only_newest_first_in_one_query(count, django_assert_num_queries):
    owner, other = PersonFactory(), PersonFactory()
    readers = [PersonFactory() for _ in range(count)]
    for hours, reader in enumerate(readers):
        record_read(owner, about=owner.pk, by=actor_of(reader), at=AT + timedelta(hours=hours))
    record_read(other, about=other.pk, by=actor_of(), at=AT)

    with django_assert_num_queries(1):
        seen = [event.actor.name for event in reads_of(owner.pk)]

    assert seen == [reader.full_name for reader in reversed(readers)]


def test_acts_on_a_thing_are_not_its_reads():
    owner = PersonFactory()
    record_read(owner, about=owner.pk, by=actor_of(), at=AT)
    name = scrub(name=Name.objects.get(), by=PORTAL, at=AT)

    assert list(acts_on("audit.name", name.pk).values_list("act", flat=True)) == ["audit.name.scrub"]
    assert list(acts_on("identity.person", owner.pk)) == []


def test_readers_of_a_thing_are_named_once_with_their_last_reading_newest_first(django_assert_num_queries):
    owner, first, second = PersonFactory(), PersonFactory(), PersonFactory()
    for hours, reader in enumerate((first, second, first)):
        record_read(owner, about=owner.pk, by=actor_of(reader), at=AT + timedelta(hours=hours))

    with django_assert_num_queries(1):
        found = readers_of("identity.person", owner.pk, most=5)

    assert [(event.actor.name, event.at) for event in found] == [
        (first.full_name, AT + timedelta(hours=2)),
        (second.full_name, AT + timedelta(hours=1)),
    ]
    assert readers_of("identity.person", owner.pk, most=1) == found[:1]
