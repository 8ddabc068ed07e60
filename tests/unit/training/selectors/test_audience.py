from datetime import date, timedelta

import pytest

from academy.engines.workflow.decisions import ALLOWED
from academy.people.choices import MembershipKind, Profession, ServiceKind
from academy.training.choices import AudienceWho
from academy.training.models import CourseAudience
from academy.training.rules.audience import AudienceLine, Place
from academy.training.selectors.audience import audience_words, lines_of, may_book, may_book_all, places_of
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import GradeFactory, JobRoleFactory, TeamFactory, member_of, staff_of
from tests.factories.training import CourseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return OrganisationFactory(short_name="Bexley")


@pytest.fixture
def course(council):
    return CourseFactory(organisation=council)


def test_places_of_staff_say_service_profession_job_team_and_grade(council):
    team = TeamFactory(service__organisation=council, service__kind=ServiceKind.CHILDREN)
    job, grade = JobRoleFactory(), GradeFactory(organisation=council)
    person = staff_of(council, team=team, job_role=job, grade=grade)
    assert places_of([person.pk], on=TODAY)[person.pk] == (
        Place(council.pk, True, False, "children", "social_worker", job.pk, team.pk, grade.pk),
    )


@pytest.mark.parametrize(
    ("kind", "is_provider"),
    [(MembershipKind.PROVIDER, True), (MembershipKind.PARTNER, True), (MembershipKind.GUEST, False)],
)
def test_places_of_members_say_whether_they_come_from_a_provider(council, kind, is_provider):
    person = member_of(council, kind=kind)
    assert places_of([person.pk], on=TODAY)[person.pk] == (Place(council.pk, is_provider=is_provider),)


def test_places_of_who_has_none_that_day_are_none(council):
    person = staff_of(council, since=TODAY)
    assert places_of([person.pk], on=TODAY - timedelta(days=1))[person.pk] == ()


@pytest.mark.parametrize("number", [1, 3])
def test_places_need_one_query_for_however_many(council, number, django_assert_num_queries):
    ids = [staff_of(council).pk for _ in range(number)]
    with django_assert_num_queries(1):
        assert set(places_of(ids, on=TODAY)) == set(ids)


def test_course_without_a_row_is_for_everybody_with_a_post_there(course, council):
    assert lines_of(course) == (AudienceLine(council.pk),)
    assert audience_words(course) == ("All staff (Bexley)",)


def test_rows_of_a_course_are_its_lines(course, council):
    job, team = JobRoleFactory(title="Social worker"), TeamFactory(service__organisation=council, name="Triage Hub")
    grade = GradeFactory(organisation=council, code="BG10")
    rows = {"job_role": job, "team": team, "grade": grade, "service_kind": "adults", "profession": "social_worker"}
    CourseAudience.objects.create(course=course, organisation=council, **rows)
    assert lines_of(course) == (
        AudienceLine(council.pk, AudienceWho.STAFF, "adults", "social_worker", job.pk, team.pk, grade.pk),
    )
    assert audience_words(course) == ("Social worker, Social work, BG10, Triage Hub, Adults (Bexley)",)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"who": AudienceWho.PROVIDERS}, "Providers and partner agencies (Bexley)"),
        ({"who": AudienceWho.ALL}, "Staff, providers and partner agencies (Bexley)"),
        (
            {"who": AudienceWho.ALL, "service_kind": ServiceKind.ADULTS},
            "Staff, providers and partner agencies: Adults (Bexley)",
        ),
        ({"profession": Profession.OCCUPATIONAL_THERAPIST}, "Occupational therapy (Bexley)"),
    ],
)
def test_words_of_an_audience_say_who(course, council, row, words):
    CourseAudience.objects.create(course=course, organisation=council, **row)
    assert audience_words(course) == (words,)


def test_staff_may_book_and_strangers_read_whom_it_is_for(course, council):
    own, stranger = staff_of(council), staff_of(OrganisationFactory())
    assert may_book(own.pk, course, on=TODAY) == ALLOWED
    assert may_book(stranger.pk, course, on=TODAY).reason == (
        "This is for: All staff (Bexley). No place can be booked for anybody else. "
        "Ask the academy if that should change."
    )


def test_provider_may_book_what_is_for_providers_only(course, council):
    provider = member_of(council, kind=MembershipKind.PROVIDER)
    assert may_book(provider.pk, course, on=TODAY).allowed is False
    CourseAudience.objects.create(course=course, organisation=council, who=AudienceWho.PROVIDERS)
    assert may_book(provider.pk, course, on=TODAY) == ALLOWED
    assert may_book(staff_of(council).pk, course, on=TODAY).allowed is False


@pytest.mark.parametrize(("day", "allowed"), [(date(2026, 11, 16), True), (date(2026, 11, 17), False)])
def test_course_may_be_booked_until_the_day_before_it_is_withdrawn(council, day, allowed):
    course = CourseFactory(organisation=council, withdrawn_on=date(2026, 11, 17))
    assert may_book(staff_of(council).pk, course, on=day).allowed is allowed


@pytest.mark.parametrize("number", [1, 3])
def test_deciding_for_several_needs_as_many_queries_as_for_one(course, council, number, django_assert_num_queries):
    ids = [PersonFactory().pk for _ in range(number)]
    with django_assert_num_queries(3):
        assert set(may_book_all(ids, course, on=TODAY)) == set(ids)
