"""The return for the national body, and how many years each assessor has."""

from datetime import date, timedelta

import pytest

from academy.people.choices import RoleCode
from asye.choices.enrolments import Role
from asye.selectors.cohort import overseen, rows_of
from asye.selectors.load import loads_of
from asye.selectors.national_return import HEADINGS, return_rows
from tests.factories.asye import ChangeFactory, MilestoneFactory
from tests.factories.asye_cohort import supported_year
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, TODAY, RegistrationFactory, as_actor, holder_of

pytestmark = pytest.mark.django_db


def test_return_has_one_row_for_each_year_with_days_of_pauses_and_no_reason(here, lead):
    year, paused = supported_year(here), supported_year(here, starts_on=date(2026, 3, 2), state="paused")
    supported_year(OrganisationFactory())
    number = RegistrationFactory(person=year.person).number
    MilestoneFactory(enrolment=year, kind="end", code="end", title="End", due_on=date(2027, 1, 4))
    ChangeFactory(enrolment=paused, state="agreed", settled_at=NOW)

    rows = return_rows(lead)

    start = [here.name, "Adults", "ASYE", "2025-07-01"]
    assert rows == [
        [year.person.full_name, number, *start, "2026-01-05", "1.00", "Under way", "", "2027-01-04", "", "", ""],
        [
            *(paused.person.full_name, "", *start, "2026-03-02", "1.00", "Paused"),
            *("2026-06-01 to 2026-08-30", "", "", "", ""),
        ],
    ]
    assert {len(row) for row in rows} == {len(HEADINGS)}


def test_year_that_ended_stays_twelve_months_and_is_not_sent_by_who_only_oversees(here, lead):
    over = {"state": "withdrawn", "ended_because": "Moved."}
    lately = supported_year(here, **over, ended_at=NOW - timedelta(days=365))
    supported_year(here, **over, ended_at=NOW - timedelta(days=366))
    psw = as_actor(holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, here))

    assert ([row[0] for row in return_rows(lead)], return_rows(psw)) == ([lately.person.full_name], [])


@pytest.mark.parametrize("years", [1, 3])
def test_return_costs_the_same_for_any_number_of_years(here, lead, years, django_assert_num_queries):
    for _ in range(years):
        ChangeFactory(enrolment=supported_year(here), state="agreed", settled_at=NOW)
    return_rows(lead)

    with django_assert_num_queries(4):
        assert len(return_rows(lead)) == years


def test_load_counts_an_assessors_years_those_in_the_first_and_those_to_act_on(here, lead):
    first, second = supported_year(here), supported_year(here, starts_on=TODAY - timedelta(days=365))
    alone = supported_year(here)
    assessor = first.parts.get(role=Role.ASSESSOR).person
    second.parts.filter(role=Role.ASSESSOR).update(person=assessor)
    MilestoneFactory(enrolment=second, due_on=TODAY - timedelta(days=60))
    supported_year(here).parts.filter(role=Role.ASSESSOR).delete()

    loads = loads_of(rows_of(overseen(lead), lead), on=TODAY)

    assert [(each.assessor, each.years, each.first_year, each.act_now) for each in loads] == [
        (assessor, 2, 1, 1),
        (alone.parts.get(role=Role.ASSESSOR).person, 1, 1, 0),
    ]
