import pytest
from django.db import IntegrityError

from academy.identity.models import Person
from tests.factories.identity import PersonFactory


@pytest.mark.parametrize(
    ("known_as", "short_name", "full_name"),
    [("", "Oluwaseun", "Oluwaseun Ade"), ("Seun", "Seun", "Seun Ade")],
)
def test_person_is_called_as_known(known_as, short_name, full_name):
    person = PersonFactory.build(given_name="Oluwaseun", family_name="Ade", known_as=known_as)

    assert (person.short_name, person.full_name, str(person)) == (short_name, full_name, full_name)


@pytest.mark.django_db
def test_people_are_in_order_of_family_name():
    PersonFactory(given_name="Bea", family_name="Young")
    PersonFactory(given_name="Zoe", family_name="Abbott")
    PersonFactory(given_name="Ann", family_name="Young")

    assert [str(person) for person in Person.objects.all()] == ["Zoe Abbott", "Ann Young", "Bea Young"]


@pytest.mark.django_db
def test_two_people_never_share_a_uid():
    first = PersonFactory()

    with pytest.raises(IntegrityError, match="uid"):
        PersonFactory(uid=first.uid)
