"""A council with a team manager and one of her people, and somebody signed in."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from academy.identity.models import Organisation, Person
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import account_of, staff_of

SignIn = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _no_limit_is_used_up() -> None:
    """Rate limits count in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture
def bristol(db: None) -> Organisation:
    return OrganisationFactory(name="Bristol City Council", short_name="Bristol", slug="bristol")


@pytest.fixture
def bexley(db: None) -> Organisation:
    return OrganisationFactory(name="London Borough of Bexley", short_name="Bexley", slug="bexley")


@pytest.fixture
def helen(bristol: Organisation) -> Person:
    return staff_of(bristol, person=PersonFactory(given_name="Helen", family_name="Prosser"))


@pytest.fixture
def amara(bristol: Organisation, helen: Person) -> Person:
    person = PersonFactory(given_name="Amara", family_name="Osei", work_email="amara.osei@council.example")
    return staff_of(bristol, person=person, line_manager=helen)


@pytest.fixture
def sign_in(client: Client) -> SignIn:
    def signed_in(person: Person) -> Client:
        client.force_login(account_of(person))
        return client

    return signed_in


@pytest.fixture
def no_worklist(monkeypatch: pytest.MonkeyPatch) -> None:
    """The frame of a page asks every app what waits for the reader; how many queries that takes is theirs to test."""
    monkeypatch.setattr("academy.engines.worklist.providers._declared", {})
