"""A council with a ladder, somebody on its lower rung with an account, her manager, and the sittings of the year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
import time_machine
from django.test import Client

from academy.identity.models import Organisation, Person
from pathways.models import LadderVersion, Sitting
from tests.factories.identity import OrganisationFactory
from tests.factories.pathways import LadderVersionFactory, SittingFactory, practitioner_of
from tests.factories.people import NOW, account_of, staff_of


@dataclass(frozen=True)
class Council:
    organisation: Organisation
    ladder: LadderVersion
    author: Person
    manager: Person
    colleague: Person
    june: Sitting
    september: Sitting

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
    return Council(
        organisation=organisation,
        ladder=LadderVersionFactory(organisation=organisation),
        author=practitioner_of(organisation, line_manager=manager),
        manager=manager,
        colleague=staff_of(organisation),
        june=SittingFactory(organisation=organisation),
        september=SittingFactory(
            organisation=organisation,
            on=date(2027, 9, 16),
            submit_by=date(2027, 8, 6),
            endorse_by=date(2027, 7, 30),
        ),
    )


@pytest.fixture
def browser(council: Council) -> Client:
    """The practitioner's browser."""
    return council.client(council.author)
