from datetime import UTC, datetime

import pytest
from django.db.models import Q

from academy.engines.access.permissions import allows
from academy.engines.files import readers
from academy.engines.files.models import StoredFile
from academy.engines.files.readers import register_readers
from academy.engines.files.services.files import store
from academy.identity.actor import Actor
from tests.factories import files
from tests.factories.identity import TODAY, actor_of

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _readers_of_this_test(monkeypatch):
    monkeypatch.setattr(readers, "_readers", [])


def test_visible_to_owner_only_unless_an_app_says_more():
    owner, other = actor_of(), actor_of()
    mine = store(upload=files.upload(), by=owner, at=AT)
    assert list(StoredFile.objects.visible_to(owner)) == [mine]
    assert list(StoredFile.objects.visible_to(other)) == []
    assert (allows("files.file.view", owner, mine), allows("files.file.view", other, mine)) == (True, False)


def test_visible_to_a_reader_an_app_names():
    owner, friend, stranger = actor_of(), actor_of(), actor_of()
    mine = store(upload=files.upload(), by=owner, at=AT)
    register_readers(lambda actor: Q(pk=mine.pk) if actor.person_id == friend.person_id else Q(pk__in=()))
    assert list(StoredFile.objects.visible_to(friend)) == [mine]
    assert list(StoredFile.objects.visible_to(stranger)) == []
    assert (allows("files.file.view", friend, mine), allows("files.file.view", stranger, mine)) == (True, False)


def test_visible_to_somebody_without_a_record_is_nothing():
    store(upload=files.upload(), by=actor_of(), at=AT)
    assert list(StoredFile.objects.visible_to(Actor.system("test", on=TODAY))) == []


def test_register_readers_twice_counts_once():
    def everybody(actor):
        return Q()

    register_readers(everybody)
    register_readers(everybody)
    assert readers._readers == [everybody]


@pytest.mark.parametrize("count", [1, 3])
def test_visible_to_takes_one_query_whatever_there_is(count, django_assert_num_queries):
    owner = actor_of()
    for _ in range(count):
        store(upload=files.upload(), by=owner, at=AT)
    with django_assert_num_queries(1):
        assert len(StoredFile.objects.visible_to(owner).clean()) == count
