from datetime import date

import pytest

from academy.development.selectors.colleagues import MOST_FOUND, colleagues_called, nearest_colleagues, people_of
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import JobRoleFactory, TeamFactory, member_of, staff_of


def called(council, words):
    found = colleagues_called(words, organisation_id=council.organisation.pk, on=TODAY, but=council.author.pk)
    return [(each.person.full_name, each.work) for each in found]


@pytest.fixture
def people(council):
    team = TeamFactory(service__organisation=council.organisation, name="South Locality")
    job = JobRoleFactory(title="Social worker")
    for given, family, known in (("Thomas", "Breakwell", "Tom"), ("Ines", "Cole", ""), ("Ina", "Breaks", "")):
        person = PersonFactory(given_name=given, family_name=family, known_as=known)
        staff_of(council.organisation, person=person, team=team, job_role=job)
    staff_of(OrganisationFactory(), person=PersonFactory(given_name="Tom", family_name="Breakfar"))
    return team


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("break", ["Ina Breaks", "Tom Breakwell"]),
        ("tom BREAK", ["Tom Breakwell"]),
        ("thomas", ["Tom Breakwell"]),
        ("in", ["Ina Breaks", "Ines Cole"]),
        ("breakfar", []),
        ("zzz", []),
    ],
)
def test_colleagues_are_found_by_every_word_of_the_name_in_the_own_organisation(council, people, words, expected):
    assert called(council, words) == [(name, "Social worker, South Locality") for name in expected]


def test_colleagues_do_not_hold_oneself(council):
    assert called(council, council.author.family_name) == []


def test_colleagues_found_are_twenty_at_most(council):
    for _ in range(MOST_FOUND + 1):
        staff_of(council.organisation, person=PersonFactory(family_name="Same"))
    assert len(called(council, "same")) == MOST_FOUND


def test_people_of_an_organisation_are_staff_and_members_of_the_day(council):
    student = member_of(council.organisation)
    leaver = staff_of(council.organisation)
    leaver.posts.update(until_on=date(2026, 11, 16))
    found = set(people_of(council.organisation.pk, on=TODAY))
    assert found == {council.author, council.manager, council.colleague, student}


def test_nearest_colleagues_are_the_line_manager_and_then_the_team(council):
    team = TeamFactory(service__organisation=council.organisation)
    author = staff_of(council.organisation, line_manager=council.manager, team=team)
    mate = staff_of(council.organisation, team=team)
    near = nearest_colleagues(author.pk, organisation_id=council.organisation.pk, on=TODAY)
    assert [each.person for each in near] == [council.manager, mate]


def test_nearest_colleagues_of_somebody_without_a_post_are_none(council):
    student = member_of(council.organisation)
    assert nearest_colleagues(student.pk, organisation_id=council.organisation.pk, on=TODAY) == []


@pytest.mark.parametrize("number", [1, 3])
def test_colleagues_take_two_and_three_queries_whatever_there_is(council, django_assert_num_queries, number):
    team = TeamFactory(service__organisation=council.organisation)
    author = staff_of(council.organisation, team=team)
    for _ in range(number):
        staff_of(council.organisation, team=team, person=PersonFactory(family_name="Same"))
    with django_assert_num_queries(2):
        assert len(called(council, "same")) == number
    with django_assert_num_queries(3):
        assert len(nearest_colleagues(author.pk, organisation_id=council.organisation.pk, on=TODAY)) == number
