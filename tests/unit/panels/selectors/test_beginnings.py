"""The vacancies somebody can begin a case for: for staff those no panel comes before, for people outside those open to
them; in as many queries for three as for one."""

from datetime import timedelta

import pytest

from panels.choices.cases import CaseKind
from panels.choices.panels import MemberSort
from panels.selectors.beginnings import posts_open_to
from panels.worklist.cases import _begin
from tests.factories.identity import TODAY
from tests.factories.panel_cases import council, outsider_of
from tests.factories.panels import MemberFactory, case_in
from tests.factories.people import GradeFactory, as_actor, member_of
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return council()


def vacancy(here, code, **said):
    found = here.organisation.grades.filter(code=code).first()
    grade = found or GradeFactory(organisation=here.organisation, code=code)
    return VacancyFactory(organisation=here.organisation, grade=grade, **said)


def test_post_to_which_a_panel_leads_from_where_she_stands_is_not_among_them(here):
    vacancy(here, "BG11")
    open_to_her = [vacancy(here, "BG12"), VacancyFactory(organisation=here.organisation)]
    assert posts_open_to(here.by) == open_to_her


def test_somebody_from_outside_has_those_that_are_open_to_her_at_every_grade(here):
    outsider = as_actor(outsider_of(here.organisation))
    vacancy(here, "BG12")
    open_to_her = vacancy(here, "BG11", is_outside=True)
    assert posts_open_to(outsider) == [open_to_her]


def test_without_a_vacancy_there_is_none(here):
    assert posts_open_to(here.by) == []


def test_somebody_from_outside_is_offered_each_post_until_she_has_begun_a_case_for_it(here):
    outsider, staff = outsider_of(here.organisation), here.by
    first, second = (vacancy(here, "BG11", is_outside=True, closes_on=TODAY + timedelta(days=days)) for days in (5, 9))
    assert [item.what for item in _begin(as_actor(outsider), TODAY)] == [
        f"Begin your case for the post “{first.title}”",
        f"Begin your case for the post “{second.title}”",
    ]
    case_in("draft", kind=CaseKind.APPOINTMENT, organisation=here.organisation, person=outsider, vacancy=first)
    assert [item.due_on for item in _begin(as_actor(outsider), TODAY)] == [second.closes_on]
    assert _begin(staff, TODAY) == []


def test_guest_of_a_panel_is_offered_no_post(here):
    guest = member_of(here.organisation, kind="guest")
    MemberFactory(panel=here.panel, person=guest, sort=MemberSort.GUEST)
    vacancy(here, "BG11", is_outside=True)
    assert _begin(as_actor(guest), TODAY) == []


@pytest.mark.parametrize(("who", "queries"), [("outsider", 1), ("staff", 0)])
@pytest.mark.parametrize("many", [1, 3])
def test_what_is_offered_costs_the_same_for_one_and_for_three(here, many, who, queries, django_assert_num_queries):
    for _ in range(many):
        vacancy(here, "BG11", is_outside=True)
    actor = here.by if who == "staff" else as_actor(outsider_of(here.organisation))
    with django_assert_num_queries(queries):
        assert len(_begin(actor, TODAY)) == (many if queries else 0)


@pytest.mark.parametrize("many", [1, 3])
def test_list_takes_the_same_queries_for_one_and_for_three(here, many, django_assert_num_queries):
    for _ in range(many):
        vacancy(here, "BG12")
    actor = here.by
    with django_assert_num_queries(5):
        assert len(posts_open_to(actor)) == many
