"""Planning, opening, changing and cancelling events, and who is told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Mail, Notice
from academy.people.choices import RoleCode
from academy.training.choices import BookingState, EventState, Mark
from academy.training.models import AttendanceMark, Booking, TrainingEvent
from academy.training.rules.event_days import written_days
from academy.training.services.events import EventPlan, cancel_event, change, open_booking, plan
from tests.factories.events import DURING, event_of, offered_to, on_the_list
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.factories.training import CourseFactory

pytestmark = pytest.mark.django_db
ONE_DAY = written_days("8 December 2026, 9:30 to 16:30")
TWO_DAYS = written_days("9 December 2026, 9 to 12, Room 4\n8 December 2026, 9:30 to 16:30")
PLAN = EventPlan(days=ONE_DAY, capacity=12, place="Room 2, Civic Centre")


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def academy(council):
    return as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))


@pytest.fixture
def event(council):
    return event_of(council, title="Mental Capacity Act")


def plan_like(event, **values):
    return replace(PLAN, title=event.title, place=event.place, **values)


def refusal(act, **arguments):
    with pytest.raises(Refused) as refused:
        act(at=NOW, **arguments)
    return refused.value.field, refused.value.reason


class TestPlan:
    def test_event_is_planned_with_its_days_and_holders(self, council, academy):
        holder = staff_of(council)
        course = CourseFactory(organisation=council)

        event = plan(course=course, plan=replace(PLAN, days=TWO_DAYS, holders=(holder,)), by=academy, at=NOW)

        assert (event.organisation, event.state, event.edition, event.changed_at) == (council, "planned", 0, NOW)
        assert (event.starts_on, event.ends_on) == (TWO_DAYS[1].on, TWO_DAYS[0].on)
        days = [(day.starts_at, day.ends_at, day.place) for day in event.days.all()]
        assert days == [(day.starts_at, day.ends_at, day.place) for day in reversed(TWO_DAYS)]
        assert [each.person for each in event.teaching.all()] == [holder]
        assert Event.objects.get(act="training.event.plan").to_state == "planned"

    @pytest.mark.parametrize(
        ("values", "field", "words"),
        [
            ({"days": ()}, "days", "Write at least one day"),
            ({"days": written_days("1 December 2025, 9 to 10")}, "days", "is in the past"),
            ({"capacity": -3}, "capacity", "at least 1 place"),
            ({"minimum": 13}, "minimum", "from 1 to 12"),
            ({"place": ""}, "place", "Say where it is"),
        ],
    )
    def test_plan_that_cannot_be_is_refused_at_its_field(self, council, academy, values, field, words):
        course = CourseFactory(organisation=council)

        at_field, reason = refusal(plan, course=course, plan=replace(PLAN, **values), by=academy)

        assert (at_field, words in reason, TrainingEvent.objects.count()) == (field, True, 0)

    def test_event_by_link_needs_no_place(self, council, academy):
        online = replace(PLAN, place="", url="https://meet.example/room")

        assert plan(course=CourseFactory(organisation=council), plan=online, by=academy, at=NOW).url == online.url

    def test_course_given_elsewhere_has_no_events(self, council, academy):
        course = CourseFactory(organisation=council, is_external=True)

        assert refusal(plan, course=course, plan=PLAN, by=academy)[0] == "course"

    def test_nobody_but_the_academy_plans(self, council):
        course = CourseFactory(organisation=council)

        assert refusal(plan, course=course, plan=PLAN, by=as_actor(staff_of(council))) == (
            None,
            "Only the academy plans events.",
        )


class TestOpen:
    def test_planned_event_is_opened(self, council, academy):
        opened = open_booking(event=event_of(council, planned=True), by=academy, at=NOW)

        assert (opened.state, opened.opened_at) == (EventState.OPEN, NOW)

    def test_event_whose_day_has_come_is_not_opened(self, council, academy):
        with pytest.raises(Refused, match=r"8 December 2026 is in the past.*Change its days first"):
            open_booking(event=event_of(council, planned=True), by=academy, at=DURING)


class TestChange:
    def test_other_place_is_told_with_a_changed_calendar_file(self, event, academy):
        held, waiting = on_the_list(event), on_the_list(event, waiting=True)

        changed = change(event=event, plan=replace(plan_like(event), place="Room 9"), by=academy, at=NOW)

        assert (changed.edition, changed.place, changed.changed_at) == (1, "Room 9", NOW)
        assert Notice.objects.get(person=held.person).subject == "Changed: Mental Capacity Act"
        file = Mail.objects.get(person=held.person).file_text
        assert ("SEQUENCE:1" in file, "LOCATION:Room 9" in file, "METHOD:REQUEST" in file) == (True, True, True)
        # a place that came free through the change is offered, and told of after it
        waiting.refresh_from_db()
        assert (waiting.state, Notice.objects.filter(person=waiting.person).count()) == (BookingState.OFFERED, 2)

    def test_day_there_is_no_longer_leaves_the_calendar(self, council, academy):
        event = event_of(council, days=2)
        on_the_list(event)

        change(event=event, plan=plan_like(event), by=academy, at=NOW)

        file = Mail.objects.get().file_text.replace("\r\n ", "")
        assert [line for line in file.split("\r\n") if line.startswith(("UID", "STATUS"))] == [
            f"UID:event-{event.pk}-day-1@localhost",
            "STATUS:CONFIRMED",
            f"UID:event-{event.pk}-day-2@localhost",
            "STATUS:CANCELLED",
        ]
        assert event.days.count() == 1

    def test_more_days_are_told_too(self, event, academy):
        on_the_list(event)

        changed = change(event=event, plan=plan_like(event, days=TWO_DAYS), by=academy, at=NOW)

        assert (changed.ends_on, changed.edition, Notice.objects.count()) == (TWO_DAYS[0].on, 1, 1)

    def test_who_waits_is_told_what_changed_without_a_calendar_file(self, event, academy):
        waiting = on_the_list(event, waiting=True)

        change(event=event, plan=replace(plan_like(event), place="Room 9"), by=academy, at=NOW)

        mail = Mail.objects.get(person=waiting.person, subject__startswith="Changed:")
        assert (mail.file_text, "calendar file" in mail.text) == ("", False)
        assert "Your place on the waiting list" in mail.text

    def test_other_words_are_told_to_nobody(self, event, academy):
        on_the_list(event)

        changed = change(event=event, plan=plan_like(event, about="Bring a case."), by=academy, at=NOW)

        assert (changed.about, changed.edition, Notice.objects.count()) == ("Bring a case.", 0, 0)

    def test_words_of_an_event_that_has_begun_are_changed(self, event, academy):
        assert change(event=event, plan=plan_like(event, about="Slides."), by=academy, at=DURING).about == "Slides."

    def test_event_nobody_can_book_yet_is_changed_silently(self, council, academy):
        event = event_of(council, planned=True)

        changed = change(event=event, plan=plan_like(event, days=TWO_DAYS), by=academy, at=NOW)

        assert (changed.edition, Notice.objects.count()) == (1, 0)

    def test_more_seats_are_offered_to_who_waits(self, council, academy):
        event = event_of(council, capacity=1)
        on_the_list(event)
        waiting = on_the_list(event, waiting=True)

        change(event=event, plan=plan_like(event, capacity=2), by=academy, at=NOW)

        waiting.refresh_from_db()
        assert waiting.state == BookingState.OFFERED

    def test_fewer_seats_than_are_taken_are_refused(self, event, academy):
        on_the_list(event)
        offered_to(event)

        field, reason = refusal(change, event=event, plan=plan_like(event, capacity=1), by=academy)

        assert (field, reason) == ("capacity", "2 places are taken. The number of places cannot be lower than that.")

    def test_days_stay_once_attendance_is_marked(self, event, academy):
        booking = on_the_list(event)
        AttendanceMark.objects.create(
            booking=booking, day=event.days.get(), mark=Mark.PRESENT, marked_by=booking.person, marked_at=NOW
        )

        assert refusal(change, event=event, plan=plan_like(event, days=TWO_DAYS), by=academy) == (
            "days",
            "Attendance is marked already, so the days stay as they are.",
        )

    @pytest.mark.parametrize("state", [EventState.HELD, EventState.CANCELLED])
    def test_event_that_is_over_stays(self, council, academy, state):
        event = event_of(council, state=state, closed_at=NOW, cancelled_because="Snow")

        assert refusal(change, event=event, plan=plan_like(event), by=academy)[1] == (
            "This event is over or cancelled. It stays as it is."
        )

    def test_holders_come_and_go(self, council, event, academy):
        stays, goes, comes = (staff_of(council) for _ in range(3))
        change(event=event, plan=plan_like(event, holders=(stays, goes)), by=academy, at=NOW)

        change(event=event, plan=plan_like(event, holders=(stays, comes)), by=academy, at=NOW)

        assert {each.person for each in event.teaching.all()} == {stays, comes}

    def test_nobody_but_the_academy_changes(self, council, event):
        by = as_actor(staff_of(council))

        assert refusal(change, event=event, plan=plan_like(event), by=by)[1] == "Only the academy changes events."


class TestCancel:
    def test_everybody_on_the_way_is_told_why_and_places_end_in_time(self, event, academy):
        held, offered = on_the_list(event), offered_to(event)
        gone = on_the_list(event, state=BookingState.CANCELLED, ended_at=NOW - timedelta(days=1))

        cancelled = cancel_event(event=event, reason=" The trainer is ill. ", by=academy, at=NOW)

        assert (cancelled.state, cancelled.closed_at, cancelled.cancelled_because, cancelled.edition) == (
            EventState.CANCELLED,
            NOW,
            "The trainer is ill.",
            1,
        )
        assert set(Booking.objects.values_list("state", flat=True)) == {BookingState.CANCELLED}
        assert set(Notice.objects.values_list("person", flat=True)) == {held.person_id, offered.person_id}
        assert Notice.objects.first().body.startswith("The trainer is ill.")
        assert "METHOD:CANCEL" in Mail.objects.get(person=held.person).file_text
        assert "SEQUENCE:1" in Mail.objects.get(person=held.person).file_text
        assert Mail.objects.get(person=offered.person).file_text == ""
        gone.refresh_from_db()
        assert gone.ended_at == NOW - timedelta(days=1)

    def test_reason_is_needed(self, event, academy):
        assert refusal(cancel_event, event=event, reason=" ", by=academy)[0] == "reason"

    def test_nobody_but_the_academy_cancels(self, council, event):
        by = as_actor(staff_of(council))

        reason = refusal(cancel_event, event=event, reason="Snow", by=by)[1]

        assert reason.startswith("This is for somebody else to do.")
        event.refresh_from_db()
        assert (event.state, event.cancelled_because) == (EventState.OPEN, "")
