from datetime import date, timedelta

import pytest

from academy.people.choices import MembershipKind
from academy.training.choices import Basis, OfferKind, OpenTo
from academy.training.models import (
    Course,
    CourseAudience,
    CourseCost,
    CoursePrinciple,
    FocusTheme,
    Need,
    Prerequisite,
    Programme,
    ProgrammeCourse,
    Subscription,
)
from academy.training.selectors.course_pages import course_page, courses_to_read
from academy.training.selectors.library import platforms_of, shelves
from academy.training.selectors.public_offer import public_offer
from tests.factories.completions import CompletionFactory
from tests.factories.frameworks import loaded
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import AcademyPageFactory, as_actor, member_of, staff_of
from tests.factories.training import CourseFactory, PlatformFactory, TrainingEventFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return OrganisationFactory(short_name="Bexley")


@pytest.fixture
def person(council):
    return staff_of(council)


@pytest.fixture
def actor(person):
    return as_actor(person)


@pytest.fixture
def page_of(actor):
    return lambda course: course_page(courses_to_read(actor).get(pk=course.pk), actor)


def facts(page):
    return {word: value for word, value in page.facts if value}


def test_facts_of_a_plain_course_are_few(council, page_of):
    page = page_of(CourseFactory(organisation=council))
    assert facts(page) == {
        "Length": "1 day",
        "Aimed at": "All levels",
        "You have then": "A completion in your record",
        "It counts": "For good",
    }
    assert (page.basis, page.whom, page.decision.allowed) == (
        "Professional development.",
        ("All staff (Bexley)",),
        True,
    )


def test_facts_say_everything_that_is_known(council, page_of):
    loaded()
    course = CourseFactory(
        organisation=council,
        level=Course._meta.get_field("level").related_model.objects.get(),
        provider="A university",
        platform=PlatformFactory(organisation=council, name="EVOLVE"),
        subscription=Subscription.objects.create(organisation=council, code="mrc", name="Research", short_name="MRC"),
        accreditation="granted",
        credits=30,
        credit_level=7,
        outcome="award",
        valid_months=12,
        counts_in_asye=True,
        basis=Basis.STATUTORY,
        basis_note="Care Act",
    )
    page = page_of(course)
    assert facts(page) == {
        "Length": "1 day",
        "Aimed at": "First level (Sample)",
        "Taught by": "A university",
        "Platform": "EVOLVE",
        "Part of": "Research",
        "Accreditation": "Accredited",
        "Credit": "30 credits at level 7",
        "You have then": "An award",
        "It counts": "For 1 year",
        "ASYE": "Counts in the ASYE record",
    }
    assert page.basis == "Statutory requirement: Care Act."


def test_library_says_nothing_of_outcome_and_validity(council, page_of):
    page = page_of(CourseFactory(organisation=council, kind=OfferKind.WORKBOOK, days=None))
    assert (page.is_library, facts(page)) == (True, {"Aimed at": "All levels"})


def test_page_shows_everything_that_belongs_to_the_course(council, page_of):
    course = CourseFactory(organisation=council, priorities=[2, 1, 9])
    AcademyPageFactory(organisation=council, priorities=["Framework", "Learning"])
    CourseCost.objects.create(course=course, pounds=90)
    CoursePrinciple.objects.create(course=course, principle="pcf", how="In the portfolio.")
    need = Need.objects.create(organisation=council, code="audit", text="Confidence.", source="skills_audit")
    gone = Need.objects.create(organisation=council, code="old", text="Old.", source="law", withdrawn_on=TODAY)
    course.needs.add(need, gone)
    for code, until_on in (("now", None), ("past", date(2026, 1, 31))):
        theme = FocusTheme.objects.create(
            organisation=council, code=code, title=code, from_on=date(2026, 1, 1), until_on=until_on
        )
        course.themes.add(theme)
    programme = Programme.objects.create(organisation=council, code="pathways", title="Pathways")
    ProgrammeCourse.objects.create(programme=programme, course=course, order=1)
    ended = Programme.objects.create(organisation=council, code="ended", title="Ended", withdrawn_on=TODAY)
    ProgrammeCourse.objects.create(programme=ended, course=course, order=1)
    page = page_of(course)
    assert [cost.pounds for cost in page.costs] == [90]
    assert [principle.how for principle in page.principles] == ["In the portfolio."]
    assert (page.needs, page.themes, page.priorities) == ((need,), ("now",), ("Learning", "Framework"))
    assert [part.programme for part in page.programmes] == [programme]


def test_priorities_are_none_where_the_academy_says_nothing(council, page_of):
    assert page_of(CourseFactory(organisation=council, priorities=[1])).priorities == ()


def test_coming_events_that_are_open_are_shown_soonest_first(council, page_of):
    course = CourseFactory(organisation=council)
    later = TrainingEventFactory(course=course, starts_on=date(2027, 1, 12), ends_on=date(2027, 1, 12))
    soon = TrainingEventFactory(course=course)
    TrainingEventFactory(course=course, planned=True)
    page = page_of(course)
    assert page.events == (soon, later)
    assert page.way.next_on == soon.starts_on


def test_prerequisite_says_whether_she_has_done_it(council, person, page_of):
    course, done, old, never = (CourseFactory(organisation=council) for _ in range(4))
    for before in (done, old, never):
        Prerequisite.objects.create(course=course, before=before)
    CompletionFactory(person=person, organisation=council, course=done)
    CompletionFactory(
        person=person,
        organisation=council,
        course=old,
        completed_on=TODAY - timedelta(days=400),
        valid_until=TODAY - timedelta(days=1),
    )
    CompletionFactory(organisation=council, course=never)
    assert [(each.course, each.is_done) for each in page_of(course).before] == [
        (done, True),
        (old, False),
        (never, False),
    ]


def test_own_completion_is_shown_and_nobody_elses(council, person, page_of):
    course = CourseFactory(organisation=council)
    CompletionFactory(organisation=council, course=course)
    assert page_of(course).done is None
    own = CompletionFactory(person=person, organisation=council, course=course)
    assert page_of(course).done == own


def test_stranger_to_the_audience_reads_whom_it_is_for(council, page_of):
    course = CourseFactory(organisation=council)
    CourseAudience.objects.create(course=course, organisation=council, who="providers")
    page = page_of(course)
    assert page.whom == ("Providers and partner agencies (Bexley)",)
    assert page.decision.allowed is False


@pytest.mark.parametrize("number", [1, 3])
def test_page_needs_the_same_queries_whatever_it_holds(council, actor, number, django_assert_num_queries):
    course = CourseFactory(organisation=council)
    for place in range(number):
        TrainingEventFactory(course=course)
        Prerequisite.objects.create(course=course, before=CourseFactory(organisation=council))
        course.needs.add(Need.objects.create(organisation=council, code=f"{place}", text="Need.", source="law"))
        programme = Programme.objects.create(organisation=council, code=f"{place}", title="Pathways")
        ProgrammeCourse.objects.create(programme=programme, course=course, order=1)
    found = courses_to_read(actor).get(pk=course.pk)
    with django_assert_num_queries(18):
        assert len(course_page(found, actor).events) == number


def test_library_stands_kind_by_kind(actor, council):
    platform = PlatformFactory(organisation=council)
    link = CourseFactory(organisation=council, kind=OfferKind.LINK)
    workbooks = [CourseFactory(organisation=council, kind=OfferKind.WORKBOOK, platform=platform) for _ in range(2)]
    CourseFactory(organisation=council, kind=OfferKind.NEWS, withdrawn_on=TODAY)
    CourseFactory(organisation=council)
    assert [(shelf.heading, list(shelf.courses)) for shelf in shelves(actor)] == [
        ("Workbooks", workbooks),
        ("Links", [link]),
    ]


def test_platforms_are_open_to_staff_and_some_to_providers(actor, council):
    own = PlatformFactory(organisation=council, name="A")
    shared = PlatformFactory(organisation=council, name="B", open_to=OpenTo.PROVIDERS)
    PlatformFactory(organisation=council, withdrawn_on=TODAY)
    PlatformFactory(open_to=OpenTo.PROVIDERS)
    assert list(platforms_of(actor)) == [own, shared]
    assert list(platforms_of(as_actor(member_of(council, kind=MembershipKind.PROVIDER)))) == [shared]
    assert list(platforms_of(as_actor(member_of(council, kind=MembershipKind.GUEST)))) == []


def test_public_offer_holds_public_courses_of_today_stage_by_stage(council):
    grow = CourseFactory(organisation=council, promise="flourish")
    start = CourseFactory(organisation=council)
    CourseFactory(organisation=council, is_public=False)
    CourseFactory(organisation=council, withdrawn_on=TODAY)
    CourseFactory()
    event = TrainingEventFactory(course=start)
    TrainingEventFactory(course=start, planned=True)
    FocusTheme.objects.create(organisation=council, code="now", title="Safeguarding", from_on=TODAY)
    offer = public_offer(council, on=TODAY)
    assert offer.themes == ("Safeguarding",)
    assert [(group.heading, [line.course for line in group.lines]) for group in offer.groups] == [
        ("Begin", [start]),
        ("Flourish", [grow]),
    ]
    assert offer.groups[0].lines[0].way.next_on == event.starts_on


@pytest.mark.parametrize("number", [1, 3])
def test_public_offer_needs_three_queries(council, number, django_assert_num_queries):
    for _ in range(number):
        TrainingEventFactory(course__organisation=council)
    with django_assert_num_queries(3):
        assert len(public_offer(council, on=TODAY).groups[0].lines) == number
