"""The record page of a year: who opens it, what is next, who has read it."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client

from academy.identity.models import Person
from asye.choices.enrolments import Role
from tests.factories.asye import MilestoneFactory, year_of
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, account_of, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _frozen() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def browser(person: Person) -> Client:
    client = Client()
    client.force_login(account_of(person))
    return client


def words(response) -> str:
    return " ".join(response.content.decode().split())


def test_record_is_hers_and_her_assessors_who_is_named_among_its_readers():
    here = OrganisationFactory()
    nqsw, assessor, stranger = staff_of(here), staff_of(here), staff_of(here)
    year = year_of(nqsw, here, roles={Role.ASSESSOR: assessor})
    MilestoneFactory(enrolment=year, due_on=date(2027, 4, 5))
    address = f"/asye/{year.pk}/"

    read = [browser(person).get(address) for person in (assessor, stranger)]
    hers = words(browser(nqsw).get(address))

    assert [each.status_code for each in read] == [200, 404]
    assert "Who has read this record" not in words(read[0])
    assert f"assessor {assessor.full_name}" in hers
    assert "The next day of the year is 5 April 2027: Three-month review." in hers
    assert f"{assessor.full_name} on {NOW.strftime('%-d %B %Y')}. <a" in hers
