"""The academy lead sees who has how much to review and how long it takes, over the cases she is not out of."""

from datetime import timedelta

import pytest

from academy.people.choices import RoleCode
from panels.models import Assignment
from panels.selectors.load import loads_of
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import AssignmentFactory, MemberFactory, TieFactory, case_in, panel_of, seat_of
from tests.factories.people import NOW, TODAY, as_actor, holder_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PAGE, TABLE = "/panels/reports/load/", "/panels/reports/load/table/"
HEAD = "Reviewer,Asked,Not answered yet,In hand,Done,Declined,Late,Days to answer (median),Days to hand in (median)"


@pytest.fixture
def panel():
    return panel_of(OrganisationFactory())


@pytest.fixture
def lead(panel):
    return holder_of(RoleCode.ACADEMY_LEAD, panel.organisation)


def given(panel, person, state, **said):
    return AssignmentFactory(case=case_in("in_review", panel=panel), person=person, state=state, **said)


def lines(client):
    return client.get(TABLE).content.decode("utf-8-sig").splitlines()


def test_lead_sees_each_reviewer_on_the_page_and_in_the_table(panel, lead):
    reviewer, free = (MemberFactory(panel=panel).person for _ in range(2))
    given(panel, reviewer, "done", answered_at=NOW - timedelta(days=1))
    given(panel, reviewer, "accepted", due_on=TODAY - timedelta(days=1))
    given(panel, reviewer, "asked")
    given(panel, reviewer, "asked", kind="look")
    given(panel, reviewer, "done", asked_at=NOW - timedelta(days=400))
    client = browser(lead)

    page = words(client.get(PAGE))

    assert lines(client) == [HEAD, f"{reviewer.full_name},3,1,1,1,0,1,1,2"]
    assert [reviewer.full_name in page, free.full_name in page] == [True, False]


def test_case_the_lead_is_out_of_and_that_of_another_council_count_nowhere(panel, lead):
    reviewer, other = (MemberFactory(panel=panel).person for _ in range(2))
    TieFactory(case=given(panel, reviewer, "asked").case, person=lead)
    AssignmentFactory(person=reviewer)
    given(panel, other, "asked")
    client = browser(lead)
    assert lines(client) == [HEAD, f"{other.full_name},1,1,0,0,0,0,,"]
    Assignment.objects.all().delete()
    assert "Nobody was asked for a review within the last twelve months." in words(client.get(PAGE))


def test_nobody_else_reads_it(panel):
    people = [seat_of(panel), seat_of(panel, "clerk"), holder_of(RoleCode.HR, panel.organisation)]
    assert [browser(person).get(path).status_code for person in people for path in (PAGE, TABLE)] == [403] * 6


def test_three_reviewers_take_as_many_queries_as_one(panel, lead, django_assert_num_queries):
    actor = as_actor(lead)
    for number, more in ((1, 1), (3, 2)):
        for _ in range(more):
            given(panel, MemberFactory(panel=panel).person, "asked")
        with django_assert_num_queries(2):
            assert len(loads_of(actor)) == number
