"""Who opens the first page of the ASYE."""

import pytest

from academy.engines.access.permissions import allows
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from tests.factories.asye import EnrolmentFactory, PartFactory
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import as_actor, holder_of, member_of, staff_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", RoleCode.values)
def test_whoever_has_a_post_opens_it_whatever_her_role(role):
    assert allows("asye.years.see", as_actor(holder_of(role, OrganisationFactory())))


def test_without_a_post_it_opens_for_whom_a_year_concerns():
    here = OrganisationFactory()
    outside, assessor, gone = member_of(here), member_of(here), PersonFactory()
    PartFactory(person=assessor)
    EnrolmentFactory(person=gone)
    people = (staff_of(here), outside, assessor, gone)
    assert [allows("asye.years.see", as_actor(person)) for person in people] == [True, False, True, True]
    assert not allows("asye.years.see", Actor.system("tests", on=TODAY))
