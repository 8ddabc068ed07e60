import pytest
from django.db import IntegrityError
from django.db.models import ProtectedError

from academy.identity.models import User
from tests.factories.identity import PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_account_is_made_with_its_address_in_lower_case_and_no_password():
    user = User.objects.create_user("Amara.Osei@Council.Example")

    assert (user.email, user.has_usable_password(), str(user)) == (
        "amara.osei@council.example",
        False,
        "amara.osei@council.example",
    )


def test_account_is_found_whatever_the_case_typed():
    user = UserFactory(email="amara@council.example")

    assert User.objects.get_by_natural_key("AMARA@Council.example") == user


@pytest.mark.parametrize(
    ("email", "constraint"), [("Amara@council.example", "user_email_in_lower_case"), ("", "user_has_email")]
)
def test_account_against_a_constraint_is_refused(email, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        User.objects.create(email=email)


def test_address_is_used_by_one_account_only():
    UserFactory(email="amara@council.example")

    with pytest.raises(IntegrityError, match="email"):
        UserFactory(email="amara@council.example")


def test_person_has_one_account_only():
    person = PersonFactory()
    UserFactory(person=person)

    with pytest.raises(IntegrityError, match="person"):
        UserFactory(person=person)


def test_person_with_an_account_is_not_deleted():
    user = UserFactory()

    with pytest.raises(ProtectedError, match="protected"):
        user.person.delete()
