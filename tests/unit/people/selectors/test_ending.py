from datetime import date, timedelta

import pytest

from academy.people.selectors.ending import ending_roles, expiring_registrations
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import RegistrationFactory, RoleHoldingFactory, as_actor, staff_of

pytestmark = pytest.mark.django_db

UNTIL = TODAY + timedelta(days=90)


@pytest.fixture
def helen():
    return staff_of(OrganisationFactory())


@pytest.mark.parametrize(
    ("expires_on", "is_found"),
    [
        (TODAY - timedelta(days=1), False),
        (TODAY, True),
        (UNTIL, True),
        (UNTIL + timedelta(days=1), False),
        (None, False),
    ],
)
def test_registration_running_out_in_the_time_asked_about_is_found(helen, expires_on, is_found):
    RegistrationFactory(person=helen, expires_on=expires_on)
    RegistrationFactory(expires_on=TODAY)

    assert expiring_registrations(as_actor(helen), UNTIL).exists() is is_found


@pytest.mark.parametrize(("until_on", "is_found"), [(TODAY, True), (UNTIL, True), (UNTIL + timedelta(days=1), False)])
def test_role_ending_in_the_time_asked_about_is_found(helen, until_on, is_found):
    RoleHoldingFactory(person=helen, until_on=until_on, from_on=date(2024, 1, 1))

    assert ending_roles(as_actor(helen), UNTIL).exists() is is_found
