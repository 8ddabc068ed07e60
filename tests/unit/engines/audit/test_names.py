from datetime import UTC, datetime

import pytest
from django.db import IntegrityError

from academy.engines.audit.models import Name
from academy.engines.audit.names import name_of, name_of_person
from academy.identity.actor import Actor
from tests.factories.identity import TODAY, PersonFactory, actor_of

pytestmark = pytest.mark.django_db


def test_actor_is_named_by_one_row_however_often_she_acts():
    actor = actor_of()

    assert name_of(actor) == name_of(actor)
    assert list(Name.objects.values_list("kind", "reference", "name")) == [("user", str(actor.person_id), actor.label)]


def test_name_follows_a_change_of_name():
    person = PersonFactory(given_name="Old")
    name_of(actor_of(person))
    person.given_name = "New"
    name_of(actor_of(person))

    assert Name.objects.get().name == f"New {person.family_name}"


def test_scrubbed_name_does_not_come_back():
    actor = actor_of()
    Name.objects.filter(pk=name_of(actor).pk).update(name="Name removed", scrubbed_at=datetime(2026, 1, 1, tzinfo=UTC))

    assert name_of(actor).name == "Name removed"


def test_person_acted_for_has_the_same_row_as_when_she_acts_herself():
    person = PersonFactory()

    assert name_of_person(person.pk) == name_of(actor_of(person))
    assert name_of_person(person.pk).name == person.full_name


def test_part_of_the_portal_is_named_by_its_word():
    assert str(name_of(Actor.system("reminders", on=TODAY))) == "reminders"


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"kind": "ghost", "reference": "9"}, "audit_name_kind_known"),
        ({"kind": "system", "reference": "mail"}, "audit_name_once|UNIQUE constraint failed: audit_name.kind"),
    ],
)
def test_name_against_a_constraint_is_refused(values, constraint):
    name_of(Actor.system("mail", on=TODAY))

    with pytest.raises(IntegrityError, match=constraint):
        Name.objects.create(name="Anybody", **values)
