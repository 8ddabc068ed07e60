"""Where somebody works and at which grade, as facts: since when without a break."""

from datetime import date

import pytest

from academy.engines.facts.facts import Fact
from academy.people.selectors.service_facts import grade_facts, post_facts
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import (
    SINCE,
    GradeFactory,
    GradeLevelFactory,
    JobRoleFactory,
    PostFactory,
    TeamFactory,
    TermsFactory,
    staff_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def bristol():
    return OrganisationFactory(slug="bristol")


@pytest.fixture
def bg10(bristol):
    return GradeFactory(organisation=bristol, code="BG10")


def told(finder, *keys, people, on=TODAY):
    facts = finder([person.pk for person in people], on=on, keys=keys)
    return [(fact.person, fact.key, fact.on, fact.until) for fact in facts]


def test_service_is_told_since_when_it_goes_on_without_a_break_whatever_posts_it_was_made_of(bristol):
    her = PersonFactory()
    for first, last in (
        (date(2016, 1, 4), date(2018, 12, 31)),
        (date(2020, 2, 3), date(2022, 5, 31)),
        (date(2022, 6, 1), None),
    ):
        PostFactory(person=her, organisation=bristol, from_on=first, until_on=last)

    assert told(post_facts, "people.post:bristol", people=[her]) == [
        (her.pk, "people.post:bristol", date(2016, 1, 4), date(2018, 12, 31)),
        (her.pk, "people.post:bristol", date(2020, 2, 3), None),
    ]


def test_post_of_another_employer_or_of_a_day_to_come_is_told_only_where_it_is_asked_for_by_then(bristol):
    her = PostFactory(organisation=bristol, from_on=date(2026, 12, 1)).person
    PostFactory(person=her, organisation=OrganisationFactory(slug="bexley"), until_on=date(2026, 11, 30))
    days = (TODAY, date(2026, 12, 1))

    assert [[key for _, key, *_ in told(post_facts, "people.post", people=[her], on=day)] for day in days] == [
        ["people.post:bexley"],
        ["people.post:bristol", "people.post:bexley"],
    ]
    assert told(post_facts, "people.post:bristol", people=[her]) == []


def test_grade_is_held_through_a_change_of_level_and_a_level_from_its_own_day(bristol, bg10):
    asye, first = (GradeLevelFactory(grade=bg10, code=code) for code in ("asye", "level-1"))
    post = PostFactory(organisation=bristol, from_on=date(2023, 9, 4))
    TermsFactory(post=post, grade=bg10, level=asye, until_on=date(2024, 9, 12))
    TermsFactory(post=post, grade=bg10, level=first, from_on=date(2024, 9, 13))
    since = date(2023, 9, 4)

    assert told(grade_facts, "people.grade", people=[post.person]) == [
        (post.person_id, "people.grade:bristol/bg10", since, None),
        (post.person_id, "people.grade:bristol/bg10/asye", since, date(2024, 9, 12)),
        (post.person_id, "people.grade:bristol/bg10/level-1", date(2024, 9, 13), None),
    ]
    assert list(grade_facts([post.person_id], on=TODAY, keys=["people.grade:bristol/bg10"])) == [
        Fact(
            key="people.grade:bristol/bg10",
            person=post.person_id,
            on=since,
            source="Grade in the record",
            link="/people/me/",
        )
    ]


def test_grade_that_was_left_and_taken_again_begins_again(bristol, bg10):
    post = PostFactory(organisation=bristol, from_on=SINCE)
    TermsFactory(post=post, grade=bg10, until_on=date(2023, 3, 31))
    TermsFactory(post=post, grade=None, from_on=date(2023, 4, 1), until_on=date(2023, 4, 30))
    TermsFactory(post=post, grade=bg10, from_on=date(2023, 5, 1))

    assert [days for _, _, *days in told(grade_facts, "people.grade:bristol/bg10", people=[post.person])] == [
        [SINCE, date(2023, 3, 31)],
        [date(2023, 5, 1), None],
    ]


def test_grade_is_named_as_a_key_can_name_it_and_another_employers_is_not_told(bristol):
    her = staff_of(bristol, grade=GradeFactory(organisation=bristol, code="PO 3_b"))
    staff_of(bexley := OrganisationFactory(slug="bexley"), person=her, grade=GradeFactory(organisation=bexley))

    assert [key for _, key, *_ in told(grade_facts, "people.grade:bristol/po-3-b", people=[her])] == [
        "people.grade:bristol/po-3-b"
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_service_and_grades_of_many_people_are_read_in_one_query_each(number, bristol, bg10, django_assert_num_queries):
    team, job = TeamFactory(service__organisation=bristol), JobRoleFactory()
    people = [staff_of(bristol, grade=bg10, team=team, job_role=job) for _ in range(number)]
    ids = [person.pk for person in people]

    with django_assert_num_queries(1):
        served = told(post_facts, "people.post", people=people)
    with django_assert_num_queries(1):
        graded = told(grade_facts, "people.grade", people=people)

    assert ([person for person, *_ in served], [person for person, *_ in graded]) == (ids, ids)
