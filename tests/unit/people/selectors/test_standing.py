from datetime import date

import pytest

from academy.identity.actor import HeldRole
from academy.people.selectors.line_management import line_managers_from
from academy.people.selectors.standing import standing
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import (
    DeputyFactory,
    GradeFactory,
    JobRoleFactory,
    MembershipFactory,
    PostFactory,
    RoleHoldingFactory,
    ServiceFactory,
    TeamFactory,
    TermsFactory,
    staff_of,
)

pytestmark = pytest.mark.django_db

YESTERDAY = date(2026, 11, 16)


@pytest.mark.parametrize("count", [1, 3])
def test_standing_takes_two_queries_however_much_it_is(count, django_assert_num_queries):
    here = OrganisationFactory()
    helen = staff_of(here)
    for _ in range(count):
        staff_of(here, line_manager=helen)
        RoleHoldingFactory(person=helen)
        MembershipFactory(person=helen)

    with django_assert_num_queries(2):
        found = standing(helen.pk, TODAY)

    assert (len(found.manages), len(found.roles), len(found.reaches)) == (count, count, 1 + 2 * count)


def test_roles_are_those_of_the_day_with_their_scope():
    helen = PersonFactory()
    service = ServiceFactory()
    RoleHoldingFactory(person=helen, until_on=YESTERDAY)
    RoleHoldingFactory(person=helen, organisation=service.organisation, service=service, until_on=TODAY)

    assert standing(helen.pk, TODAY).roles == (HeldRole("academy_lead", service.organisation_id, service.pk, None),)


def test_primary_post_is_reached_first_and_memberships_before_roles():
    helen = PersonFactory()
    second = PostFactory(person=helen, is_primary=False, from_on=date(2020, 1, 1))
    first = PostFactory(person=helen, from_on=date(2022, 1, 1))
    role = RoleHoldingFactory(person=helen)
    member = MembershipFactory(person=helen)

    found = standing(helen.pk, TODAY)

    assert found.reaches == tuple(row.organisation_id for row in (first, second, member, role))
    assert found.staff_of == {first.organisation_id, second.organisation_id}


def test_job_is_the_primary_posts_with_its_grade():
    here = OrganisationFactory()
    grade = GradeFactory(organisation=here, code="BG10")
    helen = staff_of(here, job_role=JobRoleFactory(title="Social worker"), grade=grade)
    second = PostFactory(person=helen, organisation=here, is_primary=False, from_on=date(2020, 1, 1))
    TermsFactory(post=second, job_title="Lecturer")

    assert standing(helen.pk, TODAY).jobs == {here.pk: "Social worker, BG10"}


def test_job_of_an_employer_with_stages_is_its_title_alone():
    here = OrganisationFactory()
    stage = GradeFactory(organisation=here, code="qualified", kind="stage")
    helen = staff_of(here, job_role=JobRoleFactory(title="Social worker"), grade=stage)

    assert standing(helen.pk, TODAY).jobs == {here.pk: "Social worker"}


def test_line_manager_is_who_the_terms_of_the_day_name():
    here = OrganisationFactory()
    helen, ruth = staff_of(here), staff_of(here)
    post = PostFactory(organisation=here)
    TermsFactory(post=post, line_manager=helen, until_on=YESTERDAY)
    TermsFactory(post=post, line_manager=ruth, from_on=TODAY)

    assert [standing(manager.pk, TODAY).manages for manager in (helen, ruth)] == [frozenset(), {post.person_id}]
    assert standing(helen.pk, YESTERDAY).manages == {post.person_id}


def test_line_manager_who_left_manages_nobody():
    here = OrganisationFactory()
    gone = TermsFactory(post__organisation=here, post__until_on=YESTERDAY).post.person
    staff_of(here, line_manager=gone)

    assert standing(gone.pk, TODAY).manages == frozenset()


def test_line_manager_by_membership_manages():
    here = OrganisationFactory()
    partner = MembershipFactory(organisation=here, kind="partner").person
    managed = staff_of(here, line_manager=partner)

    assert standing(partner.pk, TODAY).manages == {managed.pk}


@pytest.mark.parametrize(
    ("from_on", "until_on", "stands_in"),
    [
        (TODAY, TODAY, True),
        (date(2026, 11, 18), None, False),
        (date(2026, 1, 1), YESTERDAY, False),
    ],
)
def test_deputy_manages_on_the_days_she_stands_in(from_on, until_on, stands_in):
    here = OrganisationFactory()
    helen, callum = staff_of(here), staff_of(here)
    managed = staff_of(here, line_manager=helen)
    DeputyFactory(person=helen, deputy=callum, organisation=here, from_on=from_on, until_on=until_on)

    assert standing(callum.pk, TODAY).manages == ({managed.pk} if stands_in else frozenset())


def test_deputy_in_one_organisation_manages_nobody_in_another():
    here, elsewhere = OrganisationFactory(), OrganisationFactory()
    helen, callum = staff_of(here), staff_of(here)
    staff_of(elsewhere, person=helen)
    staff_of(elsewhere, person=callum)
    staff_of(elsewhere, line_manager=helen)
    DeputyFactory(person=helen, deputy=callum, organisation=here)

    assert standing(callum.pk, TODAY).manages == frozenset()


def test_deputy_does_not_manage_herself():
    here = OrganisationFactory()
    helen = staff_of(here)
    callum = staff_of(here, line_manager=helen)
    DeputyFactory(person=helen, deputy=callum, organisation=here)

    assert standing(callum.pk, TODAY).manages == frozenset()


def test_line_managers_from_a_day_are_those_of_that_day_and_later():
    here = OrganisationFactory()
    before, now, later = (staff_of(here) for _ in range(3))
    post = PostFactory(organisation=here)
    TermsFactory(post=post, line_manager=before, until_on=YESTERDAY)
    TermsFactory(post=post, line_manager=now, from_on=TODAY, until_on=TODAY)
    TermsFactory(post=post, line_manager=later, from_on=date(2026, 11, 18))

    assert line_managers_from({post.person_id}, TODAY) == {now.pk, later.pk}


def test_job_is_told_in_words_for_each_organisation_and_the_primary_post_goes_first():
    here, there = OrganisationFactory(), OrganisationFactory()
    helen = staff_of(here, job_role__title="Team manager", grade=GradeFactory(organisation=here, code="BG13"))
    second = PostFactory(person=helen, organisation=here, is_primary=False)
    TermsFactory(post=second, job_title="Duty manager at night")
    MembershipFactory(person=helen, organisation=there)

    assert standing(helen.pk, TODAY).jobs == {here.pk: "Team manager, BG13", there.pk: "External candidate"}


@pytest.mark.parametrize(("until_on", "stands_in"), [(TODAY, True), (YESTERDAY, False)])
def test_deputy_stands_in_for_the_roles_of_the_day_where_she_was_named(until_on, stands_in):
    team = TeamFactory()
    here, elsewhere = team.service.organisation, OrganisationFactory()
    ruth, callum = staff_of(here), staff_of(here)
    staff_of(elsewhere, person=callum)
    DeputyFactory(person=ruth, deputy=callum, organisation=here, until_on=until_on)
    RoleHoldingFactory(person=ruth, role="service_manager", organisation=here, service=team.service, team=team)
    RoleHoldingFactory(person=ruth, role="hr", organisation=here, until_on=YESTERDAY)
    RoleHoldingFactory(person=ruth, role="chief_officer", organisation=elsewhere)

    found = standing(callum.pk, TODAY)

    role = HeldRole("service_manager", here.pk, team.service_id, team.pk)
    assert (found.stands_in, found.roles) == ((role,) if stands_in else (), ())


def test_deputy_who_left_stands_in_for_nobody():
    here = OrganisationFactory()
    ruth, gone = staff_of(here), TermsFactory(post__organisation=here, post__until_on=YESTERDAY).post.person
    DeputyFactory(person=ruth, deputy=gone, organisation=here)
    RoleHoldingFactory(person=ruth, organisation=here)

    assert standing(gone.pk, TODAY).stands_in == ()
