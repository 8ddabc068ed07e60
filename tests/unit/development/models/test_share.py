from datetime import timedelta

import pytest
from django.db import IntegrityError

from academy.development.models import Discussion, EntryVersion, Share
from tests.factories.development import EntryFactory
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def values():
    entry = EntryFactory()
    version = EntryVersion.objects.create(entry=entry, number=1, title="A", text={}, sha256="ab", cut_at=NOW)
    return {"entry": entry, "version": version, "person": PersonFactory(), "shared_at": NOW}


def test_share_live_twice_is_refused_by_the_database(values):
    Share.objects.create(**values)
    with pytest.raises(IntegrityError, match=r"share_live_once|development_share"):
        Share.objects.create(**values)


def test_share_after_an_ended_one_is_another(values):
    ended = Share.objects.create(**values, ended_at=NOW)
    live = Share.objects.create(**values)
    assert (ended.is_live, live.is_live) == (False, True)
    assert list(Share.objects.live()) == [live]


def test_share_that_ends_before_it_began_is_refused_by_the_database(values):
    with pytest.raises(IntegrityError, match="share_ends_after_it_began"):
        Share.objects.create(**values, ended_at=NOW - timedelta(seconds=1))


def test_discussion_noted_twice_for_a_day_is_refused_by_the_database(values):
    talk = {"entry": values["entry"], "person": values["person"], "on": NOW.date(), "noted_by": values["person"]}
    Discussion.objects.create(**talk, noted_at=NOW)
    with pytest.raises(IntegrityError, match=r"discussion_once_a_day|development_discussion"):
        Discussion.objects.create(**talk, noted_at=NOW)


def test_share_and_discussion_print_ids_and_no_names(values):
    person, entry = values["person"], values["entry"]
    assert str(Share(**values)) == f"entry {entry.pk} shared with {person.pk}"
    assert str(Discussion(entry=entry, person=person)) == f"entry {entry.pk} discussed with {person.pk}"
