"""A council with one year under way: the NQSW, her assessor, manager, practice assessor and co-ordinator."""

from dataclasses import dataclass

import pytest

from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.choices import RoleCode
from asye.choices.enrolments import Role
from asye.models import Enrolment
from tests.factories.asye import AsyePolicyFactory, year_of
from tests.factories.identity import OrganisationFactory
from tests.factories.people import as_actor, holder_of, staff_of


@dataclass(frozen=True)
class World:
    organisation: Organisation
    year: Enrolment
    nqsw: Person
    assessor: Person
    manager: Person
    practice_assessor: Person
    coordinator: Person
    colleague: Person

    def acting(self, name: str) -> Actor:
        """One of these people as an actor of today."""
        return as_actor(getattr(self, name))


@pytest.fixture
def world(db: None) -> World:
    organisation = OrganisationFactory()
    manager = staff_of(organisation)
    nqsw = staff_of(organisation, line_manager=manager)
    assessor, practice_assessor = staff_of(organisation), staff_of(organisation)
    coordinator = holder_of(RoleCode.ASYE_COORDINATOR, organisation)
    parts = {
        Role.ASSESSOR: assessor,
        Role.MANAGER: manager,
        Role.PRACTICE_ASSESSOR: practice_assessor,
        Role.COORDINATOR: coordinator,
    }
    year = year_of(nqsw, organisation, roles=parts, policy=AsyePolicyFactory())
    colleague = staff_of(organisation)
    return World(organisation, year, nqsw, assessor, manager, practice_assessor, coordinator, colleague)
