"""The co-ordinator's desk: who opens it, and what it shows and filters."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from academy.identity.models import Person
from academy.people.choices import RoleCode
from asye.choices.enrolments import Role
from tests.factories.asye import MilestoneFactory, SignalFactory, year_of
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, TODAY, RegistrationFactory, account_of, holder_of, staff_of

pytestmark = pytest.mark.django_db
BOARD = "/asye/cohort/"


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


@pytest.fixture
def late():
    """A year whose review is late, with everybody it needs."""
    here = OrganisationFactory()
    manager = staff_of(here)
    people = {Role.ASSESSOR: staff_of(here), Role.MANAGER: manager, Role.COORDINATOR: staff_of(here)}
    for role in (Role.ASSESSOR, Role.MANAGER):
        RegistrationFactory(person=people[role])
    year = year_of(staff_of(here, line_manager=manager), here, roles=people, state="active")
    MilestoneFactory(enrolment=year, due_on=TODAY - timedelta(days=40), title="Six-month review")
    return year


def test_board_is_opened_from_the_asye_page_and_tells_why_what_and_whom(late):
    SignalFactory(enrolment=late, told_at=NOW - timedelta(days=3))
    lead = browser(holder_of(RoleCode.ACADEMY_LEAD, late.organisation))

    assert f'href="{BOARD}"' in words(lead.get("/asye/"))
    shown = words(lead.get(BOARD))

    due = TODAY - timedelta(days=40)
    assert f"Six-month review was due on {due.day} {due:%B %Y}." in shown
    assert f"Co-ordinator: {late.parts.get(role=Role.COORDINATOR).person.full_name}" in shown
    assert "to answer the signal" in shown
    assert ">3 days<" in shown
    assert "<b>1</b>act now" in shown


def test_counts_and_filters_show_what_is_asked_and_a_wrong_value_filters_nothing(late):
    lead = browser(holder_of(RoleCode.ACADEMY_LEAD, late.organisation))
    name = late.person.full_name
    asked = ("?show=act", "?show=watch", "?service=children", f"?started={late.starts_on:%Y-%m}", "?assessor=x")

    assert [name in words(lead.get(f"{BOARD}{each}")) for each in asked] == [True, False, False, True, True]
    assert "None fits." in words(lead.get(f"{BOARD}?show=watch"))


def test_board_is_closed_to_who_oversees_nothing(late):
    people = [late.person, late.parts.get(role=Role.ASSESSOR).person, staff_of(late.organisation)]
    psw = holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, late.organisation)

    assert [browser(each).get(BOARD).status_code for each in (*people, psw)] == [403, 403, 403, 200]
