"""An academy's courses: added, changed, withdrawn and offered again; what it changed stays as it is."""

from datetime import date
from decimal import Decimal

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.reference.choices import Origin
from academy.people.choices import RoleCode
from academy.training.choices import CostKind, EventState, OfferKind, Principle
from academy.training.models import Course
from academy.training.schema.course import CoursePart
from academy.training.services import courses
from academy.training.services.courses import CourseSaid, Joined
from academy.training.services.loading_courses import load_courses
from tests.factories.events import event_of
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.factories.training import CourseFactory, PlatformFactory

pytestmark = pytest.mark.django_db
EVERYTHING = Joined(
    costs=((CostKind.FEE, Decimal("90.00")), (CostKind.BOOKS, Decimal("12.50"))),
    principles=((Principle.IMPACT, "By asking three months later."),),
)


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def by(council):
    return as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))


def said(**changed):
    values = {
        "title": "Legal literacy",
        "kind": OfferKind.COURSE,
        "promise": "begin",
        "basis": "statutory",
        "accreditation": "none",
        "outcome": "completion",
        "priorities": [1],
    }
    return CourseSaid(**(values | changed))


def add(council, by, joined=EVERYTHING, **changed):
    return courses.add(organisation=council, said=said(**changed), joined=joined, by=by, at=NOW)


def change(course, by, joined=EVERYTHING, **changed):
    return courses.change(course=course, said=said(**changed), joined=joined, by=by, at=NOW)


def last_event():
    return Event.objects.order_by("pk").last()


def test_course_is_added_with_everything_that_belongs_to_it(council, by):
    before = CourseFactory(organisation=council)

    course = add(council, by, joined=Joined(before=frozenset({before.pk}), costs=EVERYTHING.costs))

    assert (course.code, course.origin, course.organisation) == ("legal-literacy", Origin.PUBLISHED, council)
    assert [(cost.kind, cost.pounds) for cost in course.costs.all()] == list(EVERYTHING.costs)
    assert [each.before for each in course.prerequisites.all()] == [before]
    assert (last_event().act, last_event().to_state) == ("training.course.add", "offered")


def test_code_of_a_title_used_before_is_numbered(council, by):
    for code in ("legal-literacy", "legal-literacy-2"):
        CourseFactory(organisation=council, code=code, title=code)
    assert add(council, by).code == "legal-literacy-3"
    assert add(council, by, title="???").code == "course"


def test_title_of_another_offered_course_is_refused(council, by):
    CourseFactory(organisation=council, title="legal LITERACY")
    with pytest.raises(Refused, match="There is a course with this title already") as refused:
        add(council, by)
    assert refused.value.field == "title"


def test_title_of_a_withdrawn_course_is_free(council, by):
    CourseFactory(organisation=council, title="Legal literacy", withdrawn_on=TODAY)
    assert add(council, by).title == "Legal literacy"


@pytest.mark.parametrize("field", ["platform", "before"])
def test_what_another_organisation_keeps_is_refused(council, by, field):
    other = OrganisationFactory()
    foreign = {"platform": {"platform_id": PlatformFactory(organisation=other).pk}, "before": {}}[field]
    joined = Joined(before=frozenset({CourseFactory(organisation=other).pk})) if field == "before" else Joined()

    with pytest.raises(Refused, match="Choose from what this organisation keeps") as refused:
        add(council, by, joined=joined, **foreign)
    assert (refused.value.field, Course.objects.filter(organisation=council).count()) == (field, 0)


def test_shipped_course_that_was_changed_is_left_alone_by_loading(council, by):
    part = CoursePart(code="law", title="Law", kind=OfferKind.COURSE, costs=[{"kind": "fee", "pounds": "10"}])
    load_courses(council, [part])
    course = Course.objects.get(code="law")
    assert course.is_shipped

    course = change(course, by, summary="As the academy teaches it.")

    assert (course.is_shipped, load_courses(council, [part])) == (False, [])
    course.refresh_from_db()
    assert (course.title, course.code, course.costs.count()) == ("Legal literacy", "law", 2)
    assert last_event().changed == ["basis", "costs", "origin", "principles", "priorities", "summary", "title"]


def test_changing_takes_away_what_is_not_said_any_more(council, by):
    course = change(add(council, by), by, joined=Joined())
    assert (course.costs.count(), course.principles.count()) == (0, 0)


@pytest.mark.parametrize("changed", [{"is_external": True}, {"kind": OfferKind.WORKBOOK}])
def test_course_with_events_cannot_become_one_without(council, by, changed):
    course = event_of(council).course
    with pytest.raises(Refused, match="1 event is planned or open for booking") as refused:
        change(course, by, **changed)
    assert refused.value.field == "kind"


def test_course_without_open_events_may_be_asked_for_outside(council, by):
    course = event_of(council, state=EventState.HELD).course
    assert change(course, by, is_external=True).is_external


def test_course_is_withdrawn_and_offered_again(council, by):
    course = courses.withdraw(course=CourseFactory(organisation=council), from_on=TODAY, by=by, at=NOW)
    assert (course.withdrawn_on, course.origin, last_event().to_state) == (TODAY, Origin.PUBLISHED, "withdrawn")
    with pytest.raises(Refused, match="Offer it again first"):
        change(course, by)

    course = courses.offer_again(course=course, by=by, at=NOW)
    assert (course.withdrawn_on, last_event().to_state) == (None, "offered")


def test_withdrawing_is_refused_while_events_stand(council, by):
    event = event_of(council)
    with pytest.raises(Refused, match="1 event is planned or open for booking"):
        courses.withdraw(course=event.course, from_on=TODAY, by=by, at=NOW)
    assert Course.objects.get(pk=event.course_id).withdrawn_on is None


def test_withdrawing_backwards_is_refused_at_the_day(council, by):
    with pytest.raises(Refused, match="Give today or a day to come") as refused:
        courses.withdraw(course=CourseFactory(organisation=council), from_on=date(2020, 1, 1), by=by, at=NOW)
    assert refused.value.field == "from_on"


def test_offering_again_is_refused_once_the_title_is_another_courses(council, by):
    gone = CourseFactory(organisation=council, title="Law", withdrawn_on=TODAY)
    CourseFactory(organisation=council, title="Law")
    with pytest.raises(Refused, match="There is a course with this title already"):
        courses.offer_again(course=gone, by=by, at=NOW)


def test_nobody_but_the_academy_keeps_courses(council):
    by = as_actor(staff_of(council))
    with pytest.raises(Refused, match="Only the academy keeps what is offered"):
        add(council, by)
    assert Course.objects.count() == 0
