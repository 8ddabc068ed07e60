from datetime import date

import pytest

from academy.people.selectors.belonging import Belonging, belongings, belongings_ever, belongs_to, is_staff_of
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import MembershipFactory, PostFactory, TeamFactory, TermsFactory

pytestmark = pytest.mark.django_db


def moved_person():
    """Somebody who moved team on 1 March 2024, and whose membership elsewhere ended the day before."""
    person = PersonFactory()
    post = PostFactory(person=person, from_on=date(2022, 4, 1))
    old = TermsFactory(post=post, until_on=date(2024, 2, 29))
    new = TermsFactory(post=post, from_on=date(2024, 3, 1))
    membership = MembershipFactory(person=person, until_on=date(2024, 2, 29))
    return person, old, new, membership


def place(terms):
    return Belonging(terms.post.organisation_id, terms.team.service_id, terms.team_id, True)


@pytest.mark.parametrize(("day", "is_old"), [(date(2024, 2, 29), True), (date(2024, 3, 1), False)])
def test_person_belongs_where_her_terms_hold_that_day(day, is_old, django_assert_num_queries):
    person, old, new, membership = moved_person()

    with django_assert_num_queries(2):
        found = belongings(person.pk, day)

    guest = Belonging(membership.organisation_id, None, None, False)
    assert set(found) == ({place(old), guest} if is_old else {place(new)})


def test_everywhere_she_ever_belonged_is_found():
    person, old, new, membership = moved_person()

    assert set(belongings_ever(person.pk)) == {
        place(old),
        place(new),
        Belonging(membership.organisation_id, None, None, False),
    }


def test_post_that_ended_is_no_place_though_terms_have_no_last_day():
    terms = TermsFactory(post__until_on=date(2024, 2, 29), until_on=None)

    assert belongings(terms.post.person_id, TODAY) == ()


def test_same_team_in_two_terms_is_one_place():
    team = TeamFactory()
    post = PostFactory(organisation=team.service.organisation)
    TermsFactory(post=post, team=team, until_on=date(2024, 2, 29))
    TermsFactory(post=post, team=team, from_on=date(2024, 3, 1))

    assert len(belongings_ever(post.person_id)) == 1


def test_staff_and_members_belong_from_first_to_last_day():
    here = OrganisationFactory()
    staff = PostFactory(organisation=here, from_on=TODAY, until_on=TODAY).person
    member = MembershipFactory(organisation=here, from_on=TODAY, until_on=TODAY).person
    yesterday, tomorrow = date(2026, 11, 16), date(2026, 11, 18)

    assert [is_staff_of(staff.pk, here.pk, day) for day in (yesterday, TODAY, tomorrow)] == [False, True, False]
    assert [belongs_to(member.pk, here.pk, day) for day in (yesterday, TODAY, tomorrow)] == [False, True, False]
    assert is_staff_of(member.pk, here.pk, TODAY) is False
    assert belongs_to(staff.pk, OrganisationFactory().pk, TODAY) is False
