from datetime import date

import pytest

from academy.identity.models import Person
from academy.people.selectors.keeping import (
    LEFT,
    QUESTIONS,
    colleagues_called,
    counts,
    kept_now,
    kept_people,
    kept_wanted,
    possible_doubles,
    teams_kept,
)
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import (
    MembershipFactory,
    PostFactory,
    RegistrationFactory,
    RoleHoldingFactory,
    TeamFactory,
    TermsFactory,
    account_of,
    as_actor,
    holder_of,
    member_of,
    staff_of,
)

pytestmark = pytest.mark.django_db

YESTERDAY, NEXT_MONTH = date(2026, 11, 16), date(2026, 12, 17)


@pytest.fixture
def here():
    return OrganisationFactory()


@pytest.fixture
def keeper(here):
    return holder_of("hr", here)


@pytest.fixture
def hr(keeper, here):
    return as_actor(keeper, organisation=here)


def ended(here, **post) -> Person:
    return TermsFactory(post=PostFactory(organisation=here, **post)).post.person


def asked(hr, code):
    return set(kept_wanted(hr, show=code))


def test_kept_are_who_is_was_or_will_be_here_and_nobody_of_elsewhere(hr, keeper, here):
    staff_of(OrganisationFactory())
    people = {keeper, staff_of(here), member_of(here), ended(here, until_on=YESTERDAY), ended(here, from_on=NEXT_MONTH)}

    assert set(kept_people(hr)) == people


def test_who_left_is_kept_but_not_among_those_of_now(hr, keeper, here):
    gone = ended(here, until_on=YESTERDAY)

    assert (set(kept_now(hr)), asked(hr, LEFT.code)) == ({keeper}, {gone})


def test_somebody_without_a_role_or_acting_elsewhere_keeps_nobody(here, keeper):
    other = OrganisationFactory()
    MembershipFactory(person=keeper, organisation=other)

    assert set(kept_people(as_actor(keeper, organisation=other))) == set()
    assert set(kept_people(as_actor(staff_of(here)))) == set()


def test_keeper_of_one_service_keeps_its_people_only(here):
    team, other = TeamFactory(service__organisation=here), TeamFactory(service__organisation=here)
    inside, _ = staff_of(here, team=team), staff_of(here, team=other)
    keeper = holder_of("hr", here, person=staff_of(here, team=other), service=team.service)

    assert set(kept_people(as_actor(keeper))) == {inside}
    assert set(teams_kept(as_actor(keeper))) == set()


def test_questions_find_what_asks_for_attention(hr, keeper, here):
    starter = MembershipFactory(organisation=here, kind="starter").person
    leaver = ended(here, until_on=NEXT_MONTH)
    registered = RegistrationFactory(person=staff_of(here), expires_on=NEXT_MONTH).person
    RegistrationFactory(person=staff_of(here), expires_on=date(2027, 11, 30))
    moderator = RoleHoldingFactory(person=staff_of(here), organisation=here, until_on=NEXT_MONTH).person
    account_of(moderator)

    found = {question.code: asked(hr, question.code) for question in QUESTIONS}

    everybody = set(Person.objects.all())
    assert found == {
        "all": everybody,
        "no-post": {starter},
        "no-account": everybody - {keeper, moderator},
        "post-ends": {leaver},
        "registration-ends": {registered},
        "role-ends": {moderator},
    }


@pytest.mark.parametrize("count", [1, 3])
def test_counts_take_one_query_each(count, hr, here, django_assert_num_queries):
    for _ in range(count):
        staff_of(here)

    with django_assert_num_queries(6):
        found = counts(hr)

    assert found[0][1] == count + 1


def test_unknown_question_asks_for_nothing_and_name_and_team_narrow(hr, keeper, here):
    team = TeamFactory(service__organisation=here)
    amara = staff_of(here, person=PersonFactory(given_name="Amara"), team=team)

    assert asked(hr, "rich") == {keeper, amara}
    assert set(kept_wanted(hr, name="amara")) == {amara}
    assert set(kept_wanted(hr, team_id=team.pk)) == {amara}


def test_double_has_the_same_name_or_address_in_whatever_letters(hr, here):
    amara = staff_of(here, person=PersonFactory(given_name="Amara", known_as="Ama", family_name="Osei"))
    by_mail = staff_of(here, person=PersonFactory(work_email="a.osei@council.example"))
    staff_of(OrganisationFactory(), person=PersonFactory(given_name="Amara", family_name="Osei"))

    def found(given, family, email=""):
        return set(possible_doubles(hr, given_name=given, family_name=family, work_email=email))

    assert found("amara", "OSEI") == found("Ama", "Osei") == {amara}
    assert found("Amara", "Osei", "A.OSEI@council.example") == {amara, by_mail}
    assert found("Amara", "Other") == set()


def test_colleague_is_found_by_name_or_whole_address_where_the_actor_acts(hr, here):
    helen = staff_of(here, person=PersonFactory(given_name="Helen", work_email="helen@council.example"))
    staff_of(OrganisationFactory(), person=PersonFactory(given_name="Helen"))

    assert colleagues_called(hr, "hel") == colleagues_called(hr, "Helen@council.example") == [helen]
    assert colleagues_called(hr, "hel@") == []
