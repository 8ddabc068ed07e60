from datetime import date

import pytest

from academy.people.choices import MembershipKind, ServiceKind
from academy.training.choices import AudienceWho, OfferKind, Promise
from academy.training.models import Course, CourseAudience, CourseCost, FocusTheme
from academy.training.rules.audience import is_meant
from academy.training.rules.offer import Way
from academy.training.selectors.audience import lines_of, places_of
from academy.training.selectors.catalogue import (
    Wanted,
    courses_wanted,
    groups_of,
    levels_offered,
    meant_for,
    themes_now,
)
from tests.factories.frameworks import loaded, version_data
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import GradeFactory, JobRoleFactory, TeamFactory, as_actor, member_of, staff_of
from tests.factories.training import CourseFactory, PlatformFactory, TrainingEventFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def actor(council):
    return as_actor(staff_of(council))


def titles(actor, **wanted):
    return [course.title for course in courses_wanted(actor, Wanted(**wanted))]


def course(council, title, **values):
    return CourseFactory(organisation=council, title=title, **values)


def theme(council, title="Safeguarding", **values):
    values = {"organisation": council, "code": title.lower(), "from_on": date(2026, 1, 1), **values}
    return FocusTheme.objects.create(title=title, **values)


def test_courses_of_her_organisation_are_found_stage_by_stage(actor, council):
    for title, promise in (("Lead", Promise.EXCEL), ("Grow", Promise.FLOURISH), ("Start", Promise.BEGIN)):
        course(council, title, promise=promise)
    course(OrganisationFactory(), "Elsewhere")
    course(council, "Gone", withdrawn_on=TODAY)
    assert titles(actor) == ["Start", "Grow", "Lead"]


def test_course_of_another_organisation_that_is_meant_for_hers_is_found(actor, council):
    shared = course(OrganisationFactory(), "Shared")
    CourseAudience.objects.create(course=shared, organisation=council)
    assert titles(actor) == ["Shared"]


def test_courses_of_a_theme_of_today_come_first(actor, council):
    course(council, "Start", promise=Promise.BEGIN)
    course(council, "Lead", promise=Promise.EXCEL).themes.add(theme(council))
    course(council, "Past", promise=Promise.EXCEL).themes.add(theme(council, "Old", until_on=date(2026, 2, 1)))
    assert titles(actor) == ["Lead", "Start", "Past"]
    assert [each.title for each in themes_now(actor)] == ["Safeguarding"]
    groups = groups_of(list(courses_wanted(actor, Wanted())), actor)
    assert [(group.heading, [line.course.title for line in group.lines]) for group in groups] == [
        ("In focus now", ["Lead"]),
        ("Begin", ["Start"]),
        ("Excel", ["Past"]),
    ]


def test_search_finds_every_word_in_title_summary_aims_or_group(actor, council):
    course(council, "Law", summary="A day about courts.", group="BG10", aims="Evidence")
    course(council, "Courts", summary="Nothing else.")
    assert titles(actor, words="law courts bg10 evidence") == ["Law"]
    assert titles(actor, words="courts") == ["Courts", "Law"]
    assert titles(actor, words="nobody") == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"kind": OfferKind.WORKSHOP}, ["Workshop"]),
        ({"promise": Promise.EXCEL}, ["Module"]),
        ({"way": "outside"}, ["Module"]),
        ({"way": "online"}, ["Online"]),
        ({"way": "dates"}, ["Workshop"]),
        ({"is_free": True}, ["Online"]),
    ],
)
def test_filter_keeps_what_fits(actor, council, wanted, found):
    course(council, "Module", kind=OfferKind.MODULE, promise=Promise.EXCEL, is_external=True)
    course(council, "Online", platform=PlatformFactory(organisation=council))
    workshop = course(council, "Workshop", kind=OfferKind.WORKSHOP)
    CourseCost.objects.create(course=workshop, pounds=90)
    TrainingEventFactory(course=workshop)
    assert titles(actor, **wanted) == found


def test_theme_and_level_filter_by_what_a_course_is_about(actor, council):
    loaded()
    levels = Course._meta.get_field("level").related_model.objects
    aimed = course(council, "Aimed", level=levels.get(code="first"))
    aimed.themes.add(theme(council))
    course(council, "For all")
    assert titles(actor, level="first") == ["Aimed"]
    assert titles(actor, theme_id=aimed.themes.get().pk) == ["Aimed"]


def test_levels_are_offered_once_each_lowest_first(actor, council):
    later = version_data(
        "2024",
        valid_from=date(2024, 1, 1),
        levels=[
            {"code": "first", "title": "First stage", "order": 1},
            {"code": "second", "title": "Second stage", "order": 2},
        ],
    )
    loaded(version_data(), later)
    for number, level in enumerate(Course._meta.get_field("level").related_model.objects.all()):
        course(council, f"Course {number}", level=level)
    assert levels_offered(actor) == [("first", "First stage"), ("second", "Second stage")]


def test_service_keeps_what_is_for_it_and_what_is_for_everybody(actor, council):
    for title, kind in (("Adults", ServiceKind.ADULTS), ("Children", ServiceKind.CHILDREN)):
        CourseAudience.objects.create(course=course(council, title), organisation=council, service_kind=kind)
    course(council, "Everybody")
    assert titles(actor, service=ServiceKind.ADULTS) == ["Adults", "Everybody"]


def test_meant_for_me_keeps_what_she_may_book(actor, council):
    course(council, "Staff")
    provider = course(council, "Providers")
    CourseAudience.objects.create(course=provider, organisation=council, who=AudienceWho.PROVIDERS)
    assert titles(actor, is_mine=True) == ["Staff"]
    assert titles(as_actor(member_of(council, kind=MembershipKind.PROVIDER)), is_mine=True) == ["Providers"]
    assert titles(as_actor(member_of(council, kind=MembershipKind.GUEST)), is_mine=True) == []


@pytest.mark.parametrize("who", [AudienceWho.STAFF, AudienceWho.PROVIDERS, AudienceWho.ALL])
@pytest.mark.parametrize("part", ["none", "service_kind", "profession", "job_role", "team", "grade"])
@pytest.mark.parametrize("fits", [True, False])
def test_condition_in_the_database_agrees_with_the_rule(council, who, part, fits):
    team = TeamFactory(service__organisation=council, service__kind=ServiceKind.ADULTS)
    job, grade = JobRoleFactory(), GradeFactory(organisation=council)
    staff = staff_of(council, team=team, job_role=job, grade=grade)
    people = [staff, *(member_of(council, kind=kind) for kind in (MembershipKind.PROVIDER, MembershipKind.GUEST))]
    own = {"service_kind": "adults", "profession": "social_worker", "job_role": job, "team": team, "grade": grade}
    other = {
        "service_kind": "children",
        "profession": "educator",
        "job_role": JobRoleFactory(),
        "team": TeamFactory(service__organisation=council),
        "grade": GradeFactory(organisation=council),
    }
    asked = {} if part == "none" else {part: (own if fits else other)[part]}
    wanted = course(council, "Course")
    CourseAudience.objects.create(course=wanted, organisation=council, who=who, **asked)
    for person in people:
        places = places_of([person.pk], on=TODAY)[person.pk]
        by_database = Course.objects.filter(meant_for(places)).exists()
        assert by_database is is_meant(places, lines_of(wanted))


def test_somebody_without_a_place_is_meant_by_nothing(council):
    course(council, "Staff")
    assert list(Course.objects.filter(meant_for([]))) == []


def test_lines_say_next_date_length_and_whether_it_costs(actor, council):
    dated = course(council, "Dated", days="2.00")
    for starts_on in (date(2027, 1, 12), date(2026, 12, 8)):
        TrainingEventFactory(course=dated, starts_on=starts_on, ends_on=starts_on)
    TrainingEventFactory(course=dated, starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 1))
    TrainingEventFactory(course=dated, planned=True)
    CourseCost.objects.create(course=dated, pounds=90)
    (group,) = groups_of(list(courses_wanted(actor, Wanted())), actor)
    (line,) = group.lines
    assert (line.way, line.days, line.has_costs) == (Way(next_on=date(2026, 12, 8), more=1), "2 days", True)


def test_asking_for_nothing_is_everything():
    assert (Wanted().is_everything, Wanted(words="law").is_everything) == (True, False)


@pytest.mark.parametrize("number", [1, 3])
def test_lines_need_two_queries_for_however_many(actor, council, number, django_assert_num_queries):
    for _ in range(number):
        TrainingEventFactory(course=CourseFactory(organisation=council))
    courses = list(courses_wanted(actor, Wanted()).select_related("platform"))
    with django_assert_num_queries(2):
        assert len(groups_of(courses, actor)[0].lines) == number
