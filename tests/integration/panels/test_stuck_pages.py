"""Cases that wait too long, on a page for who runs them: by whom they wait for, and never one she is out of."""

from datetime import timedelta

import pytest
from django.urls import reverse

from academy.people.choices import RoleCode
from panels.selectors.stuck import holders_of
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import MemberFactory, TieFactory, case_in, panel_of, seat_of
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PAGE = "/panels/reports/stuck/"
NOTHING = "Nothing waits longer than the rules of its panel allow."


@pytest.fixture
def panel():
    return panel_of(OrganisationFactory())


def waits(panel, state, days=40, **said):
    return case_in(state, panel=panel, moved_at=NOW - timedelta(days=days), **said)


def told(person):
    """Whom cases wait for, with what each is called and for how many days."""
    return [(each.called, [(row.called, row.days) for row in each.cases]) for each in holders_of(as_actor(person))]


def test_page_is_opened_from_panels_and_tells_whom_cases_wait_for_since_when(panel):
    case = waits(panel, "in_review", 30)
    client = browser(seat_of(panel))
    assert f'href="{PAGE}"' in words(client.get(reverse("panels:home")))

    page = words(client.get(PAGE))

    assert case.person.full_name in page
    assert "The reviewers, to judge it" in page
    assert f'href="{case.get_absolute_url()}"' in page


def test_who_holds_most_comes_first_and_who_waits_longest_before_others(panel):
    late, later, latest = (waits(panel, "in_review", days) for days in (30, 60, 90))
    other = waits(panel, "received", 99)
    assert told(seat_of(panel, "clerk")) == [
        ("The reviewers", [(each.person.full_name, days) for each, days in ((latest, 90), (later, 60), (late, 30))]),
        ("The clerk", [(other.person.full_name, 99)]),
    ]


def test_chair_sees_nothing_of_a_case_she_is_out_of(panel):
    case, chair = waits(panel, "in_review"), seat_of(panel)
    TieFactory(case=case, person=chair)

    page = words(browser(chair).get(PAGE))

    assert NOTHING in page
    assert [case.person.full_name in page, case.get_absolute_url() in page] == [False, False]
    assert told(seat_of(panel, "clerk")) == [("The reviewers", [(case.person.full_name, 40)])]


def test_chair_reads_the_number_where_the_panel_may_not_know_the_name(panel):
    case = waits(panel, "in_review", names="blind")
    assert told(seat_of(panel)) == [("The reviewers", [(f"Case {case.pk}", 40)])]
    assert case.person.full_name not in words(browser(seat_of(panel)).get(PAGE))


def test_nobody_else_has_the_page(panel):
    waits(panel, "in_review")
    guest = MemberFactory(panel=panel, seat="clerk", sort="guest").person
    people = [seat_of(panel, "member"), guest, staff_of(panel.organisation), holder_of(RoleCode.HR, panel.organisation)]

    assert [browser(each).get(PAGE).status_code for each in people] == [403] * 4
    assert [PAGE in words(browser(each).get(reverse("panels:home"))) for each in people] == [False] * 4


@pytest.mark.parametrize("role", [RoleCode.ACADEMY_LEAD, RoleCode.PANEL_CLERK])
def test_who_runs_panels_by_a_role_has_it(panel, role):
    case = waits(panel, "decided")
    page = words(browser(holder_of(role, panel.organisation)).get(PAGE))
    assert [case.person.full_name in page, "The academy lead, to tell what was decided" in page] == [True, True]


def test_three_cases_take_as_many_queries_as_one(panel, django_assert_num_queries):
    actor = as_actor(seat_of(panel))
    for more in (1, 2):
        for _ in range(more):
            waits(panel, "in_review")
        with django_assert_num_queries(4):
            holders_of(actor)
