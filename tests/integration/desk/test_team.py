"""A manager's people in rows: everybody she answers for and nobody else, with what each app tells of them."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client

from academy.development.services.renewals import note
from academy.identity.models import Person
from academy.people.choices import AbsenceCategory
from academy.people.models import Absence
from tests.factories.completions import CompletionFactory, matrix_of
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW, RegistrationFactory, account_of, as_actor, staff_of
from tests.factories.renewals import regulators_loaded
from tests.factories.training import CourseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _frozen() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def here():
    return OrganisationFactory(slug="bristol")


@pytest.fixture
def helen(here):
    return staff_of(here, person=PersonFactory(given_name="Helen", family_name="Prosser"))


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(account_of(person))
    return client


def member(here, helen, family_name: str) -> Person:
    return staff_of(here, line_manager=helen, person=PersonFactory(family_name=family_name))


def rows_on(page: str) -> list[str]:
    """The text of each row of the table, in order."""
    body = page.split("<tbody>")[1].split("</tbody>", maxsplit=1)[0]
    return body.split("<tr>")[1:]


def test_team_shows_everybody_she_manages_by_name_and_nobody_else(here, helen):
    people = [member(here, helen, name) for name in ("Osei", "Breakwell")]
    other = staff_of(here)

    page = client_of(helen).get("/team/").content.decode()

    assert "You answer for 2 people today." in page
    rows = rows_on(page)
    assert [people[1].full_name in rows[0], people[0].full_name in rows[1], len(rows)] == [True, True, 2]
    assert other.full_name not in page


def test_who_manages_nobody_finds_no_team_and_no_place_in_the_menu(here, helen):
    amara = member(here, helen, "Osei")
    client = client_of(amara)

    assert client.get("/team/").status_code == 403
    assert "My team" not in client.get("/").content.decode()
    assert "My team" in client_of(helen).get("/").content.decode()


def test_cells_say_state_what_is_missing_and_the_next_date(here, helen):
    regulators_loaded()
    amara = member(here, helen, "Osei")
    RegistrationFactory(person=amara)
    note(regulator="swe", act="cpd", done_on=date(2026, 11, 2), by=as_actor(amara), at=NOW)
    law, moving = (
        CourseFactory(organisation=here, code=code, title=title)
        for code, title in (("law", "Legal framework"), ("moving", "Moving and handling"))
    )
    matrix_of(here, {"code": "law"}, {"code": "moving"})
    CompletionFactory(person=amara, course=law)

    (row,) = rows_on(client_of(helen).get("/team/").content.decode())

    assert "In progress" in row
    assert 'href="/cpd/season/?regulator=swe">Missing: form and fee<span' in row
    assert "30 Nov 2026" in row
    assert "1 missing" in row
    assert f'href="/training/record/{amara.pk}/">{moving.title}<span' in row


def test_column_that_does_not_concern_somebody_says_that_it_is_not_asked(here, helen):
    regulators_loaded()
    member(here, helen, "Osei")

    (row,) = rows_on(client_of(helen).get("/team/").content.decode())

    assert '<td data-label="Renewal"><span class="app-2">Not asked</span></td>' in row
    assert '<td data-label="Training"><span class="app-2">Not asked</span></td>' in row


def test_who_is_away_is_marked_with_the_last_day_and_never_a_reason(here, helen):
    amara, tom = member(here, helen, "Osei"), member(here, helen, "Turner")
    Absence.objects.create(
        person=amara, category=AbsenceCategory.SICKNESS, from_on=date(2026, 11, 2), until_on=date(2026, 12, 3)
    )
    Absence.objects.create(person=tom, category=AbsenceCategory.LEAVE, from_on=date(2026, 12, 2))

    first, second = rows_on(client_of(helen).get("/team/").content.decode())

    assert "<small>Away until 3 December 2026</small>" in first
    assert "Sickness" not in first
    assert "Away" not in second


def test_large_team_is_found_by_name(here, helen):
    people = [member(here, helen, f"Surname{letter}") for letter in "abcdefghi"]

    page = client_of(helen).get("/team/", {"q": "surnamec"}).content.decode()
    nobody = client_of(helen).get("/team/", {"q": "zzz"}).content.decode()

    assert [people[2].full_name in row for row in rows_on(page)] == [True]
    assert "Nobody of this name is in your team." in nobody


@pytest.mark.parametrize("number", [1, 3])
def test_team_asks_the_database_as_often_however_many_there_are(here, helen, number, django_assert_num_queries):
    regulators_loaded()
    matrix_of(here, {"code": "law"})
    CourseFactory(organisation=here, code="law")
    for name in "abc"[:number]:
        RegistrationFactory(person=member(here, helen, name))
    client = client_of(helen)
    client.get("/team/")

    with django_assert_num_queries(27):
        client.get("/team/")
