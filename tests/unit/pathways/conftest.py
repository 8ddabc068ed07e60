"""A council with a ladder, somebody on its lower rung, and her manager."""

from dataclasses import dataclass

import pytest

from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from pathways.models import LadderVersion
from tests.factories.identity import OrganisationFactory
from tests.factories.pathways import LadderVersionFactory, practitioner_of
from tests.factories.people import as_actor, staff_of


@dataclass(frozen=True)
class Council:
    organisation: Organisation
    ladder: LadderVersion
    author: Person
    manager: Person
    colleague: Person

    @property
    def by(self) -> Actor:
        """The practitioner as an actor."""
        return as_actor(self.author)

    @property
    def managing(self) -> Actor:
        """Her manager as an actor."""
        return as_actor(self.manager)


@pytest.fixture
def council(db: None) -> Council:
    organisation = OrganisationFactory()
    manager = staff_of(organisation)
    author = practitioner_of(organisation, line_manager=manager)
    ladder = LadderVersionFactory(organisation=organisation)
    return Council(organisation, ladder, author, manager, colleague=staff_of(organisation))
