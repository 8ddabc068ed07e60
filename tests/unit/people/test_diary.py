from datetime import date

import pytest

from academy.engines.worklist.days import days_ahead
from tests.factories.identity import OrganisationFactory
from tests.factories.people import RegistrationFactory, RoleHoldingFactory, as_actor, member_of

pytestmark = pytest.mark.django_db


def test_diary_names_the_regulator_and_the_role_that_ends():
    here = OrganisationFactory(short_name="Bristol")
    guest = member_of(here)
    RegistrationFactory(person=guest, expires_on=date(2026, 11, 30))
    RoleHoldingFactory(person=guest, organisation=here, role="moderator", until_on=date(2026, 12, 31))

    assert [(day.on, day.what, day.detail) for day in days_ahead(as_actor(guest), days=90)] == [
        (date(2026, 11, 30), "Your registration runs out", "Social Work England, unless it is renewed"),
        (date(2026, 12, 31), "Last day as Moderator", "Bristol"),
    ]
