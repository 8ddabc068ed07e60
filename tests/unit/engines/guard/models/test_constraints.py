"""What the database itself refuses of keys and overrules."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction

from academy.engines.guard.models import Overrule, PseudonymKey
from academy.identity.models import Person
from tests.factories.identity import PersonFactory
from tests.factories.people import NOW

pytestmark = pytest.mark.django_db


def key(**change):
    return PseudonymKey.objects.create(**{"token": "x", "key_id": "y", "changed_at": NOW, **change})


def overrule(**change):
    said = {"thing_id": 1, "field": "title", "kind": "name", "mark": "m", "reason": "r", "overruled_at": NOW}
    return Overrule.objects.create(thing_type=ContentType.objects.get_for_model(Person), **{**said, **change})


@pytest.mark.parametrize("change", [{"token": ""}, {"key_id": ""}])
def test_key_that_is_not_encrypted_is_refused(change):
    with pytest.raises(IntegrityError, match="pseudonym_key_is_encrypted"):
        key(writer=PersonFactory(), **change)


def test_second_key_of_a_writer_is_refused():
    first = key(writer=PersonFactory())
    with pytest.raises(IntegrityError), transaction.atomic():
        key(writer=first.writer)
    assert PseudonymKey.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"kind": "rumour"}, "overrule_kind_known"),
        ({"field": ""}, "overrule_says_what_and_why"),
        ({"mark": ""}, "overrule_says_what_and_why"),
        ({"reason": ""}, "overrule_says_what_and_why"),
    ],
)
def test_overrule_without_what_or_why_is_refused(change, name):
    with pytest.raises(IntegrityError, match=name):
        overrule(**change)


def test_same_words_of_a_thing_are_overruled_once():
    overrule()
    with pytest.raises(IntegrityError), transaction.atomic():
        overrule()
    assert overrule(mark="another").kind == "name"
