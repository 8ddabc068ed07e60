"""A council with one year under way, a practice assessor in it, and a colleague with no part in it."""

from dataclasses import dataclass

import pytest

from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.choices import RoleCode
from asye.choices.enrolments import Role
from tests.factories.asye import PartFactory
from tests.factories.asye_people import WithPeople, with_people
from tests.factories.identity import OrganisationFactory
from tests.factories.people import as_actor, holder_of, staff_of


@dataclass(frozen=True, kw_only=True)
class World(WithPeople):
    practice_assessor: Person
    colleague: Person

    def acting(self, name: str) -> Actor:
        """One of these people as an actor of today."""
        return as_actor(getattr(self, name))


@pytest.fixture
def world(db: None) -> World:
    found = with_people()
    practice_assessor, colleague = staff_of(found.organisation), staff_of(found.organisation)
    PartFactory(enrolment=found.year, role=Role.PRACTICE_ASSESSOR, person=practice_assessor)
    return World(**vars(found), practice_assessor=practice_assessor, colleague=colleague)


@pytest.fixture
def here(db: None) -> Organisation:
    """A council without a year yet."""
    return OrganisationFactory()


@pytest.fixture
def lead(here: Organisation) -> Actor:
    """Its academy lead, as an actor of today."""
    return as_actor(holder_of(RoleCode.ACADEMY_LEAD, here))
