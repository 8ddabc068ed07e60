"""A small council: an author with an account, her line manager and a colleague of another team."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import time_machine
from django.test import Client

from academy.identity.models import Organisation, Person
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, account_of, staff_of


@dataclass(frozen=True)
class Council:
    organisation: Organisation
    author: Person
    manager: Person
    colleague: Person

    def client(self, person: Person, *, enforce_csrf_checks: bool = False) -> Client:
        """A browser in which the person is signed in."""
        client = Client(enforce_csrf_checks=enforce_csrf_checks)
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
    author = staff_of(organisation, line_manager=manager)
    return Council(organisation, author, manager, colleague=staff_of(organisation))


@pytest.fixture
def browser(council: Council) -> Client:
    """The author's browser."""
    return council.client(council.author)
