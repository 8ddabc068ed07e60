"""A council with a portfolio template, somebody who gathers, her manager and a colleague."""

from dataclasses import dataclass

import pytest

from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from portfolios.models import PortfolioTemplate
from tests.factories.identity import OrganisationFactory
from tests.factories.people import as_actor, staff_of
from tests.factories.portfolios import PortfolioTemplateFactory


@dataclass(frozen=True)
class Council:
    organisation: Organisation
    template: PortfolioTemplate
    author: Person
    manager: Person
    colleague: Person

    @property
    def by(self) -> Actor:
        """Who gathers, as an actor."""
        return as_actor(self.author)

    @property
    def managing(self) -> Actor:
        """Her manager as an actor."""
        return as_actor(self.manager)


@pytest.fixture
def council(db: None) -> Council:
    organisation = OrganisationFactory()
    manager = staff_of(organisation)
    author = staff_of(organisation, line_manager=manager)
    template = PortfolioTemplateFactory(organisation=organisation)
    return Council(organisation, template, author, manager, colleague=staff_of(organisation))
