"""What Bexley's two pages ask of events, shown through the portal with the courses of its file."""

import pytest
import time_machine

from academy.people.choices import RoleCode
from academy.training.models import Booking, Course, EventTeaching, TrainingEvent
from tests.checklist.workers import browser_of, words_of, worker
from tests.factories.events import DURING
from tests.factories.people import holder_of
from tests.factories.training import EventDayFactory, TrainingEventFactory

pytestmark = pytest.mark.django_db
STAFF = ("social-worker", "support-worker", "occupational-therapist")
PLANNED = {
    "days": "8 December 2026, 9:30 to 16:30",
    "place": "Civic Offices",
    "capacity": "12",
    "minimum": "1",
    "mainly_for": "Newly qualified social workers",
}


def event_of_course(code: str) -> TrainingEvent:
    """An event of a course of Bexley's file, open for booking, on one day."""
    made: TrainingEvent = TrainingEventFactory(course=Course.objects.get(organisation__slug="bexley", code=code))
    EventDayFactory(event=made)
    return made


@pytest.mark.parametrize("job", STAFF)
def test_workshop_of_the_subscription_is_marked_and_booked_by_any_member_of_staff(job):
    event = event_of_course("mrc-workshops")
    client = browser_of(worker("bexley", job))

    row, other = (words_of(client.get("/training/", {"q": name})) for name in ("Research Count workshops", "forum"))
    page = words_of(client.post(f"/training/events/{event.pk}/book/", {"access_needs": ""}, follow=True))

    assert "Making Research Count workshops" in row
    assert ("MRC" in row, "MRC" in other) == (True, False)
    assert (Booking.objects.get().state, "Place held" in page) == ("held", True)


def test_academy_says_whom_an_event_is_mainly_for_and_everybody_else_may_come_too():
    course = Course.objects.get(organisation__slug="bexley", code="mrc-in-house-sessions")
    academy = browser_of(holder_of(RoleCode.ACADEMY_STAFF, course.organisation))
    academy.post("/settings/training/events/plan/", {**PLANNED, "course": str(course.pk)}, follow=True)
    event = TrainingEvent.objects.get()
    academy.post(f"/settings/training/events/{event.pk}/open/")

    therapist = browser_of(worker("bexley", "occupational-therapist"))
    page = words_of(therapist.get(event.get_absolute_url()))

    assert "Mainly for: Newly qualified social workers." in page
    assert "A place is free for you." in page


def test_forum_of_occupational_therapists_has_their_attendance_in_the_record():
    event = event_of_course("occupational-therapy-forum")
    therapist, holder = worker("bexley", "occupational-therapist"), worker("bexley", "occupational-therapist")
    EventTeaching.objects.create(event=event, person=holder)
    book = f"/training/events/{event.pk}/book/"
    refused = words_of(browser_of(worker("bexley")).post(book, {"access_needs": ""}))
    about = words_of(browser_of(therapist).get(event.get_absolute_url()))
    browser_of(therapist).post(book, {"access_needs": ""})
    booking, day = Booking.objects.get(), {"day": event.days.get().pk}

    with time_machine.travel(DURING, tick=False):
        sheet = browser_of(holder)
        sheet.post(f"/training/bookings/{booking.pk}/attendance/", {**day, "mark": "present"})
        sheet.post(f"/training/events/{event.pk}/attendance/close/", day)
        record = words_of(browser_of(therapist).get("/training/record/"))

    assert "Moving and handling equipment and updates on practice, among occupational therapists." in about
    assert "This is for: Occupational therapy (Bexley). No place can be booked for anybody else." in refused
    booking.refresh_from_db()
    assert (booking.person, booking.state) == (therapist, "attended")
    assert "Occupational therapy practice forum Attendance of an event 8 December 2026" in record
