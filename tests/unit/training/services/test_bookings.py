"""Booking, taking an offer, cancelling: who gets a seat, who waits, and what is refused with which sentence."""

from datetime import datetime, timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Mail, Notice
from academy.people.choices import RoleCode
from academy.training.choices import MOST_NOTE, BookingState, EventState, RequestState
from academy.training.models import Booking
from academy.training.rules.event_days import LONDON
from academy.training.services.bookings import Told, book, book_several, cancel, take
from tests.factories.events import DURING, event_of, offered_to, on_the_list
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.factories.training import (
    EVENT_AT,
    CourseFactory,
    EventDayFactory,
    TrainingEventFactory,
    TrainingPolicyFactory,
    TrainingRequestFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def her(council):
    return staff_of(council)


@pytest.fixture
def event(council):
    return event_of(council, capacity=1, title="Mental Capacity Act")


def books(event, person, *, by=None, at=NOW, **values):
    return book(event=event, person=person, by=by or as_actor(person), at=at, **values)


def refusal(act, **arguments):
    with pytest.raises(Refused) as refused:
        act(**arguments)
    return refused.value.reason


def told(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("subject", flat=True))


def calendar_of(person):
    text = Mail.objects.filter(person=person).order_by("-pk").first().file_text.replace("\r\n ", "")
    return [line for line in text.split("\r\n") if line.startswith(("METHOD", "SEQUENCE", "DTSTART", "STATUS"))]


class TestBook:
    def test_free_seat_is_hers_and_she_is_told_with_a_calendar_file(self, council, event, her):
        booking = books(event, her, access_needs=" A chair with arms ")

        assert (booking.state, booking.asked_at, booking.seated_at) == (BookingState.HELD, NOW, NOW)
        assert (booking.organisation, booking.booked_by, booking.kept_until) == (council, her, None)
        assert (booking.access_needs, told(her)) == ("A chair with arms", ["You have a place: Mental Capacity Act"])
        assert calendar_of(her) == ["METHOD:REQUEST", "SEQUENCE:0", "DTSTART:20261208T093000Z", "STATUS:CONFIRMED"]
        act = Event.objects.get(act="training.booking.book")
        assert (act.from_state, act.to_state, act.about_id) == ("waiting", "held", her.pk)

    def test_full_event_gives_the_next_place_in_the_queue(self, event, her):
        on_the_list(event)
        on_the_list(event, waiting=True)

        booking = books(event, her)

        assert (booking.state, booking.seated_at) == (BookingState.WAITING, None)
        assert told(her) == ["You are number 2 on the waiting list: Mental Capacity Act"]
        assert Mail.objects.get(person=her).file_text == ""
        act = Event.objects.get(act="training.booking.book")
        assert (act.from_state, act.to_state, act.about_id) == ("", "waiting", her.pk)

    def test_offer_keeps_its_seat(self, event, her):
        offered_to(event)

        assert books(event, her).state == BookingState.WAITING

    def test_manager_books_for_her_and_she_reads_who_did(self, council, event):
        manager = staff_of(council)
        her = staff_of(council, line_manager=manager)

        booking = books(event, her, by=as_actor(manager))

        assert (booking.person, booking.booked_by) == (her, manager)
        assert Notice.objects.get(person=her).body.startswith(f"{as_actor(manager).label} booked it for you.")

    def test_colleague_may_not_book_for_her(self, council, event, her):
        reason = refusal(books, event=event, person=her, by=as_actor(staff_of(council)))

        assert reason == "You can book for yourself, for people you manage, and as the academy for your organisation."

    def test_academy_books_for_people_of_its_organisation_only(self, council, event, her):
        academy = as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))

        assert books(event, her, by=academy).state == BookingState.HELD
        stranger = staff_of(OrganisationFactory())
        assert refusal(books, event=event, person=stranger, by=academy).startswith("You can book for yourself")

    def test_stranger_to_the_course_is_refused(self, event):
        stranger = staff_of(OrganisationFactory())

        assert refusal(books, event=event, person=stranger).startswith("This is for: All staff (")

    @pytest.mark.parametrize(
        ("state", "words"),
        [(EventState.PLANNED, "not open for booking yet"), (EventState.HELD, "is over")],
    )
    def test_event_that_is_not_open_is_refused(self, event, her, state, words):
        type(event).objects.filter(pk=event.pk).update(state=state)

        assert words in refusal(books, event=event, person=her)

    def test_event_that_has_begun_is_refused(self, event, her):
        assert refusal(books, event=event, person=her, at=DURING).startswith("This event has begun.")

    def test_second_place_is_refused(self, event, her):
        books(event, her)

        assert refusal(books, event=event, person=her).startswith("You have a place with this event already")
        assert Booking.objects.count() == 1

    def test_cancelled_place_can_be_booked_again(self, event, her):
        cancel(booking=books(event, her), by=as_actor(her), at=NOW)

        assert books(event, her).state == BookingState.HELD

    def test_place_at_the_same_time_is_refused_and_named(self, council, event, her):
        other = event_of(council, title="Legal literacy")
        on_the_list(other, person=her)

        reason = refusal(books, event=event, person=her)

        assert reason == "You hold a place with “Legal literacy”, which is at the same time. Cancel that one first."

    def test_name_of_the_other_event_is_not_told_to_whom_it_is_not_shown(self, council, event):
        manager = staff_of(council)
        her = staff_of(council, line_manager=manager)
        on_the_list(event_of(OrganisationFactory(), title="A private matter"), person=her)
        Booking.objects.update(organisation=OrganisationFactory())
        academy = as_actor(holder_of(RoleCode.ACADEMY_STAFF, council))

        assert "another event, which" in refusal(books, event=event, person=her, by=academy)

    def test_place_in_another_queue_at_the_same_time_is_no_obstacle(self, council, event, her):
        on_the_list(event_of(council), person=her, waiting=True)

        assert books(event, her).state == BookingState.HELD

    def test_place_before_or_after_is_no_obstacle(self, council, event, her):
        for start in (EVENT_AT - timedelta(hours=7), EVENT_AT + timedelta(hours=7)):
            other = TrainingEventFactory(course__organisation=council)
            EventDayFactory(event=other, starts_at=start)
            on_the_list(other, person=her)

        assert books(event, her).state == BookingState.HELD

    def test_event_without_days_clashes_with_nothing(self, council, her):
        on_the_list(event_of(council), person=her)

        assert books(TrainingEventFactory(course__organisation=council), her).state == BookingState.HELD

    def test_access_needs_have_a_length(self, event, her):
        with pytest.raises(Refused, match="at most 1,000 characters") as refused:
            books(event, her, access_needs="x" * (MOST_NOTE + 1))
        assert refused.value.field == "access_needs"

    def test_who_belongs_to_two_comes_through_the_one_she_acts_in(self, council, event, her):
        other = OrganisationFactory()
        staff_of(other, person=her)
        by = as_actor(her, organisation=other)

        assert books(event, her, by=by).organisation == other

    def test_whose_booker_acts_elsewhere_comes_through_the_events_organisation(self, council, event):
        elsewhere = OrganisationFactory()
        manager = staff_of(council)
        staff_of(elsewhere, person=manager)
        her = staff_of(council, line_manager=manager)

        assert books(event, her, by=as_actor(manager, organisation=elsewhere)).organisation == council


class TestBookSeveral:
    def test_each_is_told_what_came_of_it(self, council, event):
        manager = staff_of(council)
        first, second, third = (staff_of(council, line_manager=manager) for _ in range(3))
        on_the_list(event_of(council), person=second)
        stranger = staff_of(council)

        found = book_several(event=event, people=[first, second, third, stranger], by=as_actor(manager), at=NOW)

        held, waiting = Booking.objects.get(person=first), Booking.objects.get(event=event, person=third)
        assert found[0] == Told(first, booking=held)
        assert found[2] == Told(third, booking=waiting)
        assert (held.state, waiting.state) == (BookingState.HELD, BookingState.WAITING)
        assert found[1].refusal.startswith(f"{second.full_name} holds a place with")
        assert found[3].refusal.startswith("You can book for yourself")


class TestTake:
    def test_offer_taken_is_a_place(self, event, her):
        taken = take(booking=offered_to(event, person=her), by=as_actor(her), at=NOW)

        assert (taken.state, taken.seated_at, taken.kept_until) == (BookingState.HELD, NOW, None)
        assert told(her) == ["You have a place: Mental Capacity Act"]

    def test_offer_that_is_over_is_refused(self, event, her):
        booking = offered_to(event, person=her, kept_until=NOW)

        assert refusal(take, booking=booking, by=as_actor(her), at=NOW).startswith("The time of this offer is over")

    def test_place_that_is_not_offered_is_refused(self, event, her):
        booking = on_the_list(event, person=her, waiting=True)

        assert refusal(take, booking=booking, by=as_actor(her), at=NOW).startswith(
            "This booking is on the waiting list"
        )

    def test_offer_at_the_time_of_another_place_is_refused(self, council, event, her):
        on_the_list(event_of(council, title="Legal literacy"), person=her)

        reason = refusal(take, booking=offered_to(event, person=her), by=as_actor(her), at=NOW)

        assert reason.startswith("You hold a place with “Legal literacy”")

    @pytest.mark.parametrize(
        ("state", "kept_until"),
        [(RequestState.SUBMITTED, NOW + timedelta(days=14)), (RequestState.APPROVED, None)],
    )
    def test_place_waits_for_its_approval_as_long_as_one_that_is_booked(self, council, event, her, state, kept_until):
        stamps = {"submitted_at": NOW, "asked_since": NOW, "decided_at": NOW if state == "approved" else None}
        policy = TrainingPolicyFactory(organisation=council)
        request = TrainingRequestFactory(person=her, organisation=council, policy=policy, state=state, **stamps)
        booking = offered_to(event, person=her, request=request)

        assert take(booking=booking, by=as_actor(her), at=NOW).kept_until == kept_until

    def test_stranger_takes_nothing(self, event, her):
        stranger = as_actor(staff_of(OrganisationFactory()))

        assert refusal(take, booking=offered_to(event, person=her), by=stranger, at=NOW).startswith(
            "This is for somebody else to do."
        )


class TestCancel:
    @pytest.mark.parametrize(
        ("day", "state"),
        [(3, BookingState.CANCELLED), (4, BookingState.CANCELLED_LATE), (8, BookingState.CANCELLED_LATE)],
    )
    def test_held_place_is_cancelled_in_time_or_late(self, event, her, day, state):
        at = datetime(2026, 12, day, 8, 0, tzinfo=LONDON)
        booking = on_the_list(event, person=her)

        cancelled = cancel(booking=booking, by=as_actor(her, on=at.date()), at=at)

        assert (cancelled.state, cancelled.ended_at) == (state, at)
        assert told(her) == ["Your place is cancelled: Mental Capacity Act"]
        assert calendar_of(her)[0] == "METHOD:CANCEL"

    def test_place_in_the_queue_is_never_cancelled_late_and_was_in_no_calendar(self, event, her):
        at = datetime(2026, 12, 7, 8, 0, tzinfo=LONDON)
        booking = on_the_list(event, person=her, waiting=True)

        cancelled = cancel(booking=booking, by=as_actor(her, on=at.date()), at=at)

        assert cancelled.state == BookingState.CANCELLED
        assert Mail.objects.get(person=her).file_text == ""

    def test_seat_goes_to_who_waits_longest(self, event, her):
        late = on_the_list(event, waiting=True, asked_at=NOW - timedelta(days=1))
        early = on_the_list(event, waiting=True, asked_at=NOW - timedelta(days=2))

        cancel(booking=on_the_list(event, person=her), by=as_actor(her), at=NOW)

        late.refresh_from_db()
        early.refresh_from_db()
        assert (early.state, early.kept_until) == (BookingState.OFFERED, NOW + timedelta(hours=48))
        assert (late.state, late.kept_until) == (BookingState.WAITING, None)
        assert told(early.person) == ["A place is free for you until 19 November, 09:30: Mental Capacity Act"]
        cancelling = Event.objects.get(act="training.booking.cancel")
        assert Event.objects.get(act="training.place.offer").parent == cancelling.uid

    def test_event_that_has_begun_is_not_cancelled_from(self, event, her):
        booking = on_the_list(event, person=her)

        assert refusal(cancel, booking=booking, by=as_actor(her), at=DURING).startswith("This event has begun.")

    def test_cancelling_twice_is_refused(self, event, her):
        booking = on_the_list(event, person=her)
        cancel(booking=booking, by=as_actor(her), at=NOW)

        assert refusal(cancel, booking=booking, by=as_actor(her), at=NOW) == (
            "This booking is cancelled. You cannot change it any more."
        )

    def test_manager_cancels_and_she_reads_who_did(self, council, event):
        manager = staff_of(council)
        her = staff_of(council, line_manager=manager)

        cancel(booking=on_the_list(event, person=her), by=as_actor(manager), at=NOW)

        assert Notice.objects.get(person=her).body.startswith(f"{as_actor(manager).label} cancelled it.")

    def test_colleague_cancels_nothing(self, council, event, her):
        reason = refusal(cancel, booking=on_the_list(event, person=her), by=as_actor(staff_of(council)), at=NOW)

        assert reason.startswith("This is for somebody else to do.")


def test_course_that_was_withdrawn_is_refused(council, her):
    course = CourseFactory(organisation=council, withdrawn_on=NOW.date())
    event = TrainingEventFactory(course=course)
    EventDayFactory(event=event)

    assert refusal(books, event=event, person=her) == "This is no longer offered. Choose something else."
