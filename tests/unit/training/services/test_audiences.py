"""Whom a course is for, as its academy says it."""

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.reference.choices import Origin
from academy.people.choices import Profession, RoleCode
from academy.training.choices import AudienceWho
from academy.training.services.audiences import Whom, add_audience, remove_audience
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, GradeFactory, TeamFactory, as_actor, holder_of
from tests.factories.training import CourseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def by(council):
    return as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))


@pytest.fixture
def course(council):
    return CourseFactory(organisation=council, origin=Origin.SHIPPED)


def whom(organisation, **values):
    return Whom(organisation_id=organisation.pk, who=AudienceWho.STAFF, **values)


def test_group_is_added_and_taken_back_and_the_course_is_the_academys_own(council, by, course):
    team = TeamFactory(service__organisation=council)
    grade = GradeFactory(organisation=council)
    asked = whom(council, profession=Profession.SOCIAL_WORKER, team_id=team.pk, grade_id=grade.pk)

    line = add_audience(course=course, whom=asked, by=by, at=NOW)

    course.refresh_from_db()
    assert (course.audiences.get(), line.team, line.grade, course.is_shipped) == (line, team, grade, False)
    assert remove_audience(line=line, by=by, at=NOW).audiences.count() == 0


def test_same_group_twice_is_refused(council, by, course):
    add_audience(course=course, whom=whom(council), by=by, at=NOW)
    with pytest.raises(Refused, match="The course is for this group already"):
        add_audience(course=course, whom=whom(council), by=by, at=NOW)


@pytest.mark.parametrize("field", ["team", "grade"])
def test_place_of_another_organisation_is_refused_at_its_field(council, by, course, field):
    partner = OrganisationFactory()
    place = TeamFactory(service__organisation=council) if field == "team" else GradeFactory(organisation=council)
    with pytest.raises(Refused, match=f"This {field} is of another organisation") as refused:
        add_audience(course=course, whom=whom(partner, **{f"{field}_id": place.pk}), by=by, at=NOW)
    assert (refused.value.field, course.audiences.count()) == (field, 0)


def test_withdrawn_course_keeps_its_groups(council, by, course):
    line = add_audience(course=course, whom=whom(council), by=by, at=NOW)
    type(course).objects.filter(pk=course.pk).update(withdrawn_on=TODAY)
    with pytest.raises(Refused, match="Offer it again first"):
        add_audience(course=course, whom=whom(OrganisationFactory()), by=by, at=NOW)
    with pytest.raises(Refused, match="Offer it again first"):
        remove_audience(line=line, by=by, at=NOW)
    assert course.audiences.get() == line
