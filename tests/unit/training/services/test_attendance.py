"""The attendance sheet: marks, closing it, correcting afterwards, and forgetting what people needed."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from academy.training.choices import BookingState, EventState, Mark
from academy.training.models import AttendanceMark, Booking, Completion, EventTeaching
from academy.training.services.attendance import close, forget_all_needs, forget_needs, mark, mark_rest
from tests.factories.events import DURING, LONG_AFTER, event_of, offered_to, on_the_list
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.factories.training import EVENT_AT

pytestmark = pytest.mark.django_db
ON = EVENT_AT.date()


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def event(council):
    return event_of(council)


@pytest.fixture
def teacher(council, event):
    person = staff_of(council)
    EventTeaching.objects.create(event=event, person=person)
    return as_actor(person, on=ON)


def marks(booking, given, *, by, day=None):
    return mark(booking=booking, day=day or booking.event.days.first(), mark=given, by=by, at=DURING)


def refusal(act, **arguments):
    with pytest.raises(Refused) as refused:
        act(**arguments)
    return refused.value.reason


class TestMark:
    def test_one_press_is_kept_and_the_next_corrects_it(self, event, teacher):
        booking = on_the_list(event)

        marks(booking, Mark.PRESENT, by=teacher)
        noted = marks(booking, Mark.LATE, by=teacher)

        assert AttendanceMark.objects.get() == noted
        assert (noted.mark, noted.marked_by_id, noted.marked_at) == (Mark.LATE, teacher.person_id, DURING)
        changes = Event.objects.filter(act="training.attendance.mark").order_by("at", "pk").values_list("changed")
        assert list(changes) == [([],), (["mark"],)]
        booking.refresh_from_db()
        assert booking.state == BookingState.HELD

    def test_day_to_come_is_refused(self, event, council):
        academy = as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))

        reason = refusal(mark, booking=on_the_list(event), day=event.days.get(), mark=Mark.PRESENT, by=academy, at=NOW)

        assert reason == "This day is still to come. Mark who is there on the day."

    def test_day_of_another_event_is_refused(self, event, council, teacher):
        other = event_of(council).days.get()

        assert refusal(marks, booking=on_the_list(event), given=Mark.PRESENT, by=teacher, day=other) == (
            "Choose a day of this event."
        )

    def test_who_has_no_place_is_not_marked(self, event, teacher):
        reason = refusal(marks, booking=on_the_list(event, waiting=True), given=Mark.PRESENT, by=teacher)

        assert reason.startswith("There is no place to mark")

    def test_colleague_marks_nobody(self, event, council):
        by = as_actor(staff_of(council), on=ON)

        reason = refusal(marks, booking=on_the_list(event), given=Mark.PRESENT, by=by)

        assert reason.startswith("Attendance is marked by")

    def test_everybody_else_was_there(self, event, teacher):
        absent, first, second = (on_the_list(event) for _ in range(3))
        marks(absent, Mark.ABSENT, by=teacher)

        mark_rest(event=event, day=event.days.get(), by=teacher, at=DURING)

        found = dict(AttendanceMark.objects.values_list("booking_id", "mark"))
        assert found == {absent.pk: "absent", first.pk: "present", second.pk: "present"}


class TestClose:
    def test_places_become_what_the_marks_say_and_completions_follow(self, event, teacher):
        came, part, away = (on_the_list(event) for _ in range(3))
        for booking, given in ((came, Mark.PRESENT), (part, Mark.PART), (away, Mark.ABSENT)):
            marks(booking, given, by=teacher)

        closed = close(event=event, by=teacher, at=DURING)

        assert (closed.state, closed.closed_at) == (EventState.HELD, DURING)
        found = dict(Booking.objects.values_list("pk", "state"))
        assert found == {came.pk: "attended", part.pk: "part", away.pk: "no_show"}
        assert Completion.objects.get(booking=came).completed_on == ON
        assert not Completion.objects.filter(booking=away).exists()

    def test_queue_and_offers_end_with_the_event(self, event, teacher):
        waiting, offered = on_the_list(event, waiting=True), offered_to(event)

        close(event=event, by=teacher, at=DURING)

        states = set(Booking.objects.filter(pk__in=[waiting.pk, offered.pk]).values_list("state", flat=True))
        assert states == {BookingState.CANCELLED}

    def test_sheet_with_somebody_unmarked_stays_open(self, event, teacher):
        on_the_list(event)

        assert refusal(close, event=event, by=teacher, at=DURING) == (
            "Mark everybody first. Still without a mark: 1 on 8 December 2026."
        )

    def test_sheet_is_not_closed_before_the_last_day(self, council):
        academy = as_actor(holder_of(RoleCode.ACADEMY_STAFF, council), on=ON)

        reason = refusal(close, event=event_of(council, days=2), by=academy, at=DURING)

        assert reason.startswith("The event is not over.")

    def test_correction_after_closing_counts_at_once(self, event, teacher):
        booking = on_the_list(event)
        marks(booking, Mark.ABSENT, by=teacher)
        close(event=event, by=teacher, at=DURING)
        marks(booking, Mark.ABSENT, by=teacher)

        marks(booking, Mark.PRESENT, by=teacher)
        booking.refresh_from_db()
        assert (booking.state, Completion.objects.standing().count()) == (BookingState.ATTENDED, 1)

        marks(booking, Mark.ABSENT, by=teacher)
        booking.refresh_from_db()
        assert (booking.state, Completion.objects.standing().count()) == (BookingState.NO_SHOW, 0)


class TestForget:
    def test_needs_are_emptied_thirty_days_after_the_event(self, event):
        booking = on_the_list(event, access_needs="A hearing loop")
        last_day = EVENT_AT + timedelta(days=30)

        assert (forget_all_needs(at=last_day), forget_all_needs(at=last_day + timedelta(days=1))) == (0, 1)
        booking.refresh_from_db()
        assert (booking.access_needs, forget_all_needs(at=LONG_AFTER)) == ("", 0)
        forgotten = Event.objects.get(act="training.booking.forget_needs")
        assert (forgotten.changed, forgotten.about_id) == (["access_needs"], booking.person_id)

    def test_needs_are_kept_until_then(self, event):
        booking = on_the_list(event, access_needs="A hearing loop")

        assert refusal(forget_needs, booking=booking, by=as_actor(booking.person), at=NOW).startswith(
            "What somebody needs is kept for 30 days"
        )

    def test_what_another_worker_forgot_is_left_alone(self, event, monkeypatch):
        on_the_list(event, access_needs="A hearing loop")

        def too_late(**arguments):
            raise Refused("It was removed before.")

        monkeypatch.setattr("academy.training.services.attendance.forget_needs", too_late)
        assert forget_all_needs(at=LONG_AFTER) == 0
