"""Programmes, as an academy keeps them."""

from datetime import date

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.reference.choices import Origin
from academy.people.choices import RoleCode
from academy.training.models import Need, Programme
from academy.training.services import programmes
from academy.training.services.programmes import Parts, ProgrammeSaid
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.factories.training import CourseFactory, ProgrammeFactory

pytestmark = pytest.mark.django_db
MODULES = ProgrammeSaid(title="Four modules", about="Taken alone or together.", steering="Choose three of the four.")


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def by(council):
    return as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))


@pytest.fixture
def courses(council):
    return CourseFactory.create_batch(3, organisation=council)


def parts_of(*courses, **joined):
    return Parts(courses=tuple(course.pk for course in courses), **joined)


def order_of(programme):
    return list(programme.courses.order_by("order").values_list("course_id", "order"))


def last_event():
    return Event.objects.order_by("pk").last()


def test_programme_is_added_with_its_courses_in_their_order(council, by, courses):
    first, _, third = courses
    employer = OrganisationFactory()
    need = Need.objects.create(organisation=council, code="law", text="Legal literacy", source="law")
    parts = parts_of(third, first, employers=frozenset({employer.pk}), needs=frozenset({need.pk}))

    programme = programmes.add(organisation=council, said=MODULES, parts=parts, by=by, at=NOW)

    assert order_of(programme) == [(third.pk, 1), (first.pk, 2)]
    assert (programme.code, programme.employers.get(), programme.needs.get()) == ("four-modules", employer, need)
    assert (last_event().act, last_event().to_state) == ("training.programme.add", "offered")


def test_courses_of_a_programme_change_their_places(council, by, courses):
    first, second, third = courses
    programme = ProgrammeFactory(organisation=council, courses=[first, second], origin=Origin.SHIPPED)
    said = ProgrammeSaid(title=programme.title)

    programme = programmes.change(programme=programme, said=said, parts=parts_of(second, third, first), by=by, at=NOW)

    assert order_of(programme) == [(second.pk, 1), (third.pk, 2), (first.pk, 3)]
    assert (programme.origin, last_event().changed) == (Origin.PUBLISHED, ["courses", "origin"])


def test_programme_is_withdrawn_and_offered_again(council, by, courses):
    programme = ProgrammeFactory(organisation=council, courses=courses)
    programme = programmes.withdraw(programme=programme, from_on=TODAY, by=by, at=NOW)
    assert (programme.withdrawn_on, last_event().to_state) == (TODAY, "withdrawn")
    with pytest.raises(Refused, match="Offer it again first"):
        programmes.change(programme=programme, said=MODULES, parts=parts_of(*courses), by=by, at=NOW)

    programme = programmes.offer_again(programme=programme, by=by, at=NOW)

    assert (programme.withdrawn_on, last_event().to_state) == (None, "offered")
    with pytest.raises(Refused, match="This is offered already"):
        programmes.offer_again(programme=programme, by=by, at=NOW)


def test_title_of_another_programme_is_refused_until_that_is_withdrawn(council, by, courses):
    other = ProgrammeFactory(organisation=council, title="four MODULES", courses=courses)
    with pytest.raises(Refused, match="called so already") as refused:
        programmes.add(organisation=council, said=MODULES, parts=parts_of(*courses), by=by, at=NOW)
    assert refused.value.field == "title"

    programmes.withdraw(programme=other, from_on=TODAY, by=by, at=NOW)
    programmes.add(organisation=council, said=MODULES, parts=parts_of(*courses), by=by, at=NOW)
    with pytest.raises(Refused, match="called so already"):
        programmes.offer_again(programme=other, by=by, at=NOW)
    other.refresh_from_db()
    assert other.withdrawn_on == TODAY


def test_programme_without_a_course_is_refused(council, by):
    with pytest.raises(Refused, match="Name at least one course") as refused:
        programmes.add(organisation=council, said=MODULES, parts=parts_of(), by=by, at=NOW)
    assert (refused.value.field, Programme.objects.count()) == ("courses", 0)


def test_courses_and_needs_of_elsewhere_are_refused(council, by, courses):
    need = Need.objects.create(organisation=OrganisationFactory(), code="law", text="Law", source="law")
    for parts, field in (
        (parts_of(CourseFactory()), "courses"),
        (parts_of(*courses, needs=frozenset({need.pk})), "needs"),
    ):
        with pytest.raises(Refused, match="Choose from what this organisation keeps") as refused:
            programmes.add(organisation=council, said=MODULES, parts=parts, by=by, at=NOW)
        assert refused.value.field == field


def test_withdrawing_backwards_is_refused_at_the_day(council, by):
    with pytest.raises(Refused, match="Give today or a day to come") as refused:
        programmes.withdraw(programme=ProgrammeFactory(organisation=council), from_on=date(2020, 1, 1), by=by, at=NOW)
    assert refused.value.field == "from_on"


def test_nobody_but_the_academy_keeps_programmes(council, courses):
    by, programme = as_actor(staff_of(council)), ProgrammeFactory(organisation=council)
    for act in (
        lambda: programmes.add(organisation=council, said=MODULES, parts=parts_of(*courses), by=by, at=NOW),
        lambda: programmes.change(programme=programme, said=MODULES, parts=parts_of(*courses), by=by, at=NOW),
        lambda: programmes.withdraw(programme=programme, from_on=TODAY, by=by, at=NOW),
        lambda: programmes.offer_again(programme=programme, by=by, at=NOW),
    ):
        with pytest.raises(Refused, match="Only the academy keeps what is offered"):
            act()
    assert Event.objects.count() == 0
