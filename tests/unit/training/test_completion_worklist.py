"""What a course leaves somebody to do: mandatory training, a draft to finish, feedback to give."""

from datetime import date, timedelta

import pytest

from academy.development.models import Entry
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.training.services.completions import record_attendance
from academy.training.worklist.completions import _after_events, _mandatory
from tests.factories.completions import CompletionFactory, FeedbackFactory, attended_by, matrix_of
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.factories.training import CourseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return OrganisationFactory(slug="bristol")


@pytest.fixture
def her(council):
    return staff_of(council)


def course(council, code, title):
    return CourseFactory(organisation=council, code=code, title=title)


def test_what_runs_out_soon_is_to_be_booked_by_its_last_day(council, her):
    matrix_of(council, {"code": "adults", "source": "Asked of all staff"})
    safeguarding = course(council, "adults", "Safeguarding Adults")
    CompletionFactory(person=her, course=safeguarding, valid_until=date(2026, 12, 3))

    [item] = _mandatory(as_actor(her), TODAY)

    assert (item.what, item.why, item.action, item.url, item.due_on) == (
        "Safeguarding Adults runs out on 3 December 2026",
        "Asked of all staff",
        "Book it",
        safeguarding.get_absolute_url(),
        date(2026, 12, 3),
    )


def test_one_missing_course_is_booked_from_the_worklist(council, her):
    matrix_of(council, {"code": "adults"})
    safeguarding = course(council, "adults", "Safeguarding Adults")

    [item] = _mandatory(as_actor(her), TODAY)

    assert (item.what, item.why, item.action, item.url, item.due_on) == (
        "Book your mandatory training",
        "Still to do: Safeguarding Adults.",
        "Book it",
        safeguarding.get_absolute_url(),
        None,
    )


def test_several_missing_are_one_thing_to_do(council, her):
    matrix_of(council, {"code": "adults"}, {"code": "law"})
    course(council, "adults", "Safeguarding Adults")
    course(council, "law", "Legal framework")

    [item] = _mandatory(as_actor(her), TODAY)

    assert (item.why, item.action, item.url) == (
        "Still to do: Legal framework; Safeguarding Adults.",
        "See what it is",
        "/training/record/",
    )


def test_what_is_done_or_asked_of_nobody_is_nothing_to_do(council, her):
    assert _mandatory(as_actor(her), TODAY) == []
    assert _mandatory(Actor.system("nobody", on=TODAY), TODAY) == []


def test_draft_after_a_course_waits_to_be_finished_until_it_rests(council, her):
    academy = as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))
    record_attendance(booking=attended_by(her, course=course(council, "law", "Legal framework")), by=academy, at=NOW)
    draft = Entry.objects.get(author=her)

    [item, feedback] = _after_events(as_actor(her), TODAY)

    assert (item.what, item.url, item.waiting_since) == (
        "Finish your entry about “Legal framework”",
        f"/cpd/{draft.pk}/edit/",
        date(2026, 11, 10),
    )
    later = TODAY + timedelta(days=8)
    assert _after_events(as_actor(her, on=later), later) == [feedback]
    assert _after_events(academy, TODAY) == []


def test_feedback_is_asked_of_who_attended_until_she_gave_it(council, her):
    booking = attended_by(her, course=course(council, "law", "Legal framework"))

    [item] = _after_events(as_actor(her), TODAY)
    assert (item.what, item.url, item.due_on) == (
        "Say what you take along from “Legal framework”",
        f"/training/bookings/{booking.pk}/feedback/",
        date(2026, 12, 8),
    )

    FeedbackFactory(booking=booking)
    assert _after_events(as_actor(her), TODAY) == []


@pytest.mark.parametrize("count", [1, 3])
def test_what_a_course_leaves_costs_the_same_however_much(council, her, count, django_assert_num_queries):
    academy = as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))
    for number in range(count):
        booking = attended_by(her, course=course(council, f"course-of-{number}", "A course"))
        record_attendance(booking=booking, by=academy, at=NOW)
    actor = as_actor(her)

    with django_assert_num_queries(2):
        found = len(_after_events(actor, TODAY))

    assert found == 2 * count
