from datetime import timedelta

import pytest
from django.db.models import Value

from academy.identity.models import Person
from academy.people.models import Post
from academy.people.selectors.standing import standing
from academy.people.selectors.whereabouts import people_away, people_here, reaches_on
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


@pytest.mark.parametrize("day", [TODAY, TODAY + timedelta(days=1)])
def test_who_reaches_an_organisation_agrees_with_her_standing_of_the_day(day):
    here, other = OrganisationFactory(), OrganisationFactory()
    staff_of(here)
    member_of(here)
    RoleHoldingFactory(organisation=here, person=staff_of(other))
    staff_of(other)
    mover = staff_of(here)
    Post.objects.filter(person=mover).update(until_on=TODAY)
    staff_of(other, person=mover)

    people = Person.objects.annotate(there=Value(here.pk))
    found = set(people.filter(reaches_on(day, person="pk", organisation="there")))
    assert found == {person for person in people if here.pk in standing(person.pk, day).reaches}
    assert (mover in found, len(found)) == (day == TODAY, 4 if day == TODAY else 3)


def test_sets_of_people_take_one_query(django_assert_num_queries):
    organisation = OrganisationFactory()
    for _ in range(3):
        AbsenceFactory(person=staff_of(organisation), from_on=TODAY, until_on=None)

    with django_assert_num_queries(1):
        assert len(people_here(TODAY).filter(pk__in=people_away(TODAY))) == 3
