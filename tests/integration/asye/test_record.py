"""The record page of a year: who opens it, what is next, who has read it."""

from dataclasses import replace
from datetime import date

import pytest

from asye.choices.enrolments import Role
from asye.rules.policy import PLAIN
from tests.factories.asye import MilestoneFactory, SignalFactory, policy_content, year_of
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, staff_of
from tests.factories.portfolios import PortfolioTemplateFactory
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


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


@pytest.fixture
def promised():
    """A year since the spring, agreed and under way, with its assessor, manager and co-ordinator."""
    here = OrganisationFactory()
    people = {role: staff_of(here) for role in (Role.ASSESSOR, Role.MANAGER, Role.COORDINATOR)}
    return year_of(staff_of(here), here, roles=people, state="active")


def test_week_is_said_in_two_taps_and_the_record_shows_it(promised):
    hers, address = browser(promised.person), f"/asye/{promised.pk}/"
    week = f"{address}weeks/2026-11-09/"
    assert [f'action="{week}"' in words(hers.get(page)) for page in (address, "/")] == [True, True]

    sent = hers.post(week, {"workload": "110", "protected": "no"})
    shown = words(hers.get(address))

    assert (sent.status_code, sent.url) == (302, address)
    assert "Above last week" in shown
    assert "Workload in per cent, the last week: 110. Agreed: up to 90." in shown
    assert f'action="{week}"' not in shown
    assert [hers.get(f"{address}weeks/{day}/").status_code for day in ("2026-11-09", "2026-09-07", "soon")] == [
        200,
        404,
        404,
    ]


def test_what_is_wrong_stands_at_its_field_and_a_name_is_refused(promised):
    hers, week = browser(promised.person), f"/asye/{promised.pk}/weeks/2026-11-09/"

    missing = hers.post(week, {"workload": "90"})
    named = hers.post(week, {"workload": "90", "protected": "yes", "used_for": "NHS number 943 476 5919"})

    assert (missing.status_code, "Choose an answer to “Did you have your protected time?”." in words(missing)) == (
        422,
        True,
    )
    assert (named.status_code, "It tells nobody who this is" in words(named)) == (422, True)
    assert browser(promised.parts.get(role=Role.MANAGER).person).get(week).status_code == 403


def test_signal_is_answered_by_the_coordinator_and_read_by_her(promised):
    signal = SignalFactory(enrolment=promised)
    address = f"/asye/signals/{signal.pk}/"
    coordinates = browser(promised.parts.get(role=Role.COORDINATOR).person)
    assert "Answer the signal about" in words(coordinates.get("/"))
    assert "Say what is done" in words(coordinates.get(address))

    sent = coordinates.post(f"{address}answer/", {"answer": "The deputy takes over from Monday."})
    hers = words(browser(promised.person).get(address))

    assert (sent.status_code, "The deputy takes over from Monday." in hers, "Say what is done" in hers) == (
        302,
        True,
        False,
    )
    assessor = browser(promised.parts.get(role=Role.ASSESSOR).person)
    assert [assessor.get(f"{address}{end}").status_code for end in ("", "answer/")] == [200, 403]


def test_portfolio_is_opened_with_one_press_from_the_record(promised):
    content = policy_content(replace(PLAIN, portfolio="asye-adults"))
    type(promised.policy).objects.update(content=content)
    PortfolioTemplateFactory(organisation=promised.organisation, template="asye-adults", title="ASYE")
    hers, address = browser(promised.person), f"/asye/{promised.pk}/"
    assert "Open my ASYE portfolio" in words(hers.get(address))

    opened = hers.post(f"{address}portfolio/open/").url

    assert f'href="{opened}">ASYE</a>' in words(hers.get(address))
    assert f'href="{address}"' in words(hers.get(opened))
    assessor = browser(promised.parts.get(role=Role.ASSESSOR).person)
    assert [assessor.get(where).status_code for where in (opened, address)] == [200, 200]
