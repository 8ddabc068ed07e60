from datetime import timedelta

import pytest

from academy.people.models import Post
from academy.people.selectors.whereabouts import people_away, people_here
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import AbsenceFactory, RoleHoldingFactory, member_of, staff_of

pytestmark = pytest.mark.django_db


def test_here_is_who_has_a_post_a_membership_or_a_role_on_the_day():
    organisation = OrganisationFactory()
    here = {
        staff_of(organisation),
        member_of(organisation),
        RoleHoldingFactory(organisation=organisation).person,
    }
    PersonFactory()

    assert set(people_here(TODAY)) == here


def test_leaver_is_here_on_her_last_day_and_not_afterwards():
    person = staff_of(OrganisationFactory())
    Post.objects.update(until_on=TODAY)

    assert list(people_here(TODAY)) == [person]
    assert list(people_here(TODAY + timedelta(days=1))) == []


def test_away_is_who_is_absent_on_the_day_both_ends_in_it():
    absence = AbsenceFactory(from_on=TODAY, until_on=TODAY + timedelta(days=2))

    days = [TODAY + timedelta(days=number) for number in range(-1, 4)]
    assert [list(people_away(day)) for day in days] == [[], *([[absence.person]] * 3), []]


def test_sets_of_people_take_one_query(django_assert_num_queries):
    organisation = OrganisationFactory()
    for _ in range(3):
        AbsenceFactory(person=staff_of(organisation), from_on=TODAY, until_on=None)

    with django_assert_num_queries(1):
        assert len(people_here(TODAY).filter(pk__in=people_away(TODAY))) == 3
