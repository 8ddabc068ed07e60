"""What rows of the offer are called where only a line is shown: by ids, and by words of the offer itself."""

import pytest

from academy.training.models import (
    CourseAudience,
    CourseCost,
    CoursePrinciple,
    Prerequisite,
    Programme,
    ProgrammeCourse,
)
from tests.factories.training import CourseFactory, ReviewActionFactory, TrainingPolicyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    return CourseFactory()


def test_parts_of_a_course_are_called_by_the_course(course):
    before = CourseFactory()
    parts = [
        CourseAudience.objects.create(course=course, organisation=course.organisation),
        CourseCost.objects.create(course=course, kind="books", pounds=5),
        CoursePrinciple.objects.create(course=course, principle="holistic", how="So."),
        Prerequisite.objects.create(course=course, before=before),
    ]

    assert [str(part) for part in parts] == [
        f"audience of course {course.pk}",
        f"Books and materials of course {course.pk}",
        "Assessed holistically",
        f"{before.pk} before {course.pk}",
    ]


def test_course_in_a_programme_is_called_by_both(course):
    programme = Programme.objects.create(organisation=course.organisation, code="p", title="P")

    assert str(ProgrammeCourse(programme=programme, course=course, order=1)) == (
        f"course {course.pk} in programme {programme.pk}"
    )


def test_policy_is_called_by_its_code_and_an_action_by_what_is_to_be_done():
    assert str(TrainingPolicyFactory(code="2026")) == "training policy 2026"
    assert str(ReviewActionFactory(what="Audit ten records")) == "Audit ten records"
