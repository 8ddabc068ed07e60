import pytest

from academy.engines.reminders import deadlines
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import RegistrationFactory, staff_of
from tests.factories.reminders import DUE_ON, deadline


@pytest.fixture(autouse=True)
def declared(monkeypatch):
    """Only the deadlines a test declares exist: at first one, reminded of 14 days before."""
    monkeypatch.setattr(deadlines, "_declared", {})

    def declare_only(*wanted):
        deadlines._declared.clear()
        deadlines.declare(*wanted)

    declare_only(deadline())
    return declare_only


@pytest.fixture
def here():
    return OrganisationFactory()


@pytest.fixture
def registered(here):
    """Makes somebody with a post here and a registration that runs out on a day."""

    def make(expires_on=DUE_ON, **terms):
        person = staff_of(here, person=PersonFactory(), **terms)
        return RegistrationFactory(person=person, expires_on=expires_on)

    return make
