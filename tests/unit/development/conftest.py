"""A small council for the tests of services and selectors."""

from dataclasses import dataclass

import pytest

from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from tests.factories.identity import OrganisationFactory
from tests.factories.people import as_actor, staff_of


@dataclass(frozen=True)
class Council:
    organisation: Organisation
    author: Person
    manager: Person
    colleague: Person

    @property
    def by(self) -> Actor:
        """The author as an actor."""
        return as_actor(self.author)


@pytest.fixture
def council(db: None) -> Council:
    organisation = OrganisationFactory()
    manager = staff_of(organisation)
    author = staff_of(organisation, line_manager=manager)
    return Council(organisation, author, manager, colleague=staff_of(organisation))
