"""A council, somebody who gathers with an account, her manager, the manager's deputy and a colleague."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import time_machine
from django.test import Client

from academy.identity.models import Organisation, Person
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, DeputyFactory, account_of, staff_of


@dataclass(frozen=True)
class Council:
    organisation: Organisation
    author: Person
    manager: Person
    deputy: Person
    colleague: Person

    def client(self, person: Person) -> Client:
        """A browser in which the person is signed in."""
        client = Client()
        client.force_login(account_of(person))
        return client


@pytest.fixture(autouse=True)
def _frozen() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council(db: None) -> Council:
    organisation = OrganisationFactory()
    manager = staff_of(organisation)
    deputy = staff_of(organisation)
    DeputyFactory(person=manager, deputy=deputy, organisation=organisation)
    author = staff_of(organisation, line_manager=manager)
    return Council(organisation, author, manager, deputy, colleague=staff_of(organisation))
