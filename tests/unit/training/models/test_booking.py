"""What the database refuses of bookings and marks, and what they say of themselves."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from academy.training.choices import BookingState
from academy.training.models import AttendanceMark, Booking
from tests.factories.events import event_of
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW
from tests.factories.training import BookingFactory, TrainingRequestFactory

pytestmark = pytest.mark.django_db
LIVE = ("waiting", "offered", "held", "attended", "part", "no_show")
ENDED = ("cancelled", "cancelled_late", "lapsed")


def in_state(state, **said):
    """A booking with every moment its state asks for."""
    moments = {"kept_until": NOW, "ended_at": NOW if state in ENDED else None}
    return BookingFactory(**{"state": state, **moments, **said})


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"state": "gone"}, "booking_state_known"),
        ({"state": "offered"}, "booking_offer_has_an_end"),
        ({"seated_at": None}, "booking_seated_at_a_time"),
        ({"state": "attended", "seated_at": None}, "booking_seated_at_a_time"),
        ({"state": "part", "seated_at": None}, "booking_seated_at_a_time"),
        ({"state": "no_show", "seated_at": None}, "booking_seated_at_a_time"),
        ({"state": "cancelled"}, "booking_ended_at_a_time"),
        ({"state": "cancelled_late"}, "booking_ended_at_a_time"),
        ({"state": "lapsed"}, "booking_ended_at_a_time"),
        ({"asked_at": NOW, "seated_at": NOW - timedelta(seconds=1)}, "booking_seated_after_asked"),
    ],
)
def test_impossible_booking_is_refused_by_the_database(said, name):
    with pytest.raises(IntegrityError, match=name):
        BookingFactory(**said)


def test_place_given_in_the_moment_it_is_asked_for_is_kept_and_called_by_its_id():
    booking = BookingFactory(asked_at=NOW, seated_at=NOW)

    assert Booking.objects.get() == booking
    assert (str(booking), booking.get_absolute_url()) == (f"booking {booking.pk}", f"/training/bookings/{booking.pk}/")


@pytest.mark.parametrize("state", LIVE)
@pytest.mark.parametrize("other", LIVE)
def test_person_has_one_live_booking_with_an_event(state, other):
    first = in_state(state)
    in_state(other, event=first.event)

    with pytest.raises(IntegrityError, match=r"booking_live_once|person_id"):
        in_state(other, event=first.event, person=first.person)


@pytest.mark.parametrize("state", ENDED)
def test_booking_that_ended_leaves_room_for_another(state):
    ended = in_state(state)
    in_state(state, event=ended.event, person=ended.person)
    BookingFactory(event=ended.event, person=ended.person)

    assert Booking.objects.filter(event=ended.event, person=ended.person).count() == 3


def test_request_is_for_one_booking():
    request = TrainingRequestFactory()
    BookingFactory(request=request)

    with pytest.raises(IntegrityError, match="request_id"):
        BookingFactory(request=request)


@pytest.mark.parametrize(
    ("state", "word", "shape"),
    [
        ("waiting", "On the waiting list", "doing"),
        ("offered", "Place offered", "ageing"),
        ("held", "Place held", "met"),
        ("attended", "Attended", "met"),
        ("part", "Attended in part", "doing"),
        ("no_show", "Did not come", "late"),
        ("cancelled", "Cancelled", "notyet"),
        ("cancelled_late", "Cancelled late", "notyet"),
        ("lapsed", "Offer not taken up", "notyet"),
    ],
)
def test_state_of_a_booking_is_a_word_and_a_shape(state, word, shape):
    booking = in_state(state)
    standing = booking.standing.state

    assert (standing.word, standing.shape) == (word, shape)
    assert [booking.is_waiting, booking.is_offered, booking.is_held] == [
        state == each for each in ("waiting", "offered", "held")
    ]
    assert booking.is_live is (state in ("waiting", "offered", "held"))


@pytest.mark.parametrize("state", BookingState.values)
def test_sets_of_bookings_are_by_their_state(state):
    in_state(state)

    assert Booking.objects.live().exists() is (state in ("waiting", "offered", "held"))
    assert Booking.objects.waiting().exists() is (state == "waiting")
    assert Booking.objects.run_out(NOW).exists() is (state in ("offered", "held"))


class TestMark:
    @pytest.fixture
    def said(self):
        event = event_of(OrganisationFactory(), days=2)
        first, second = event.days.all()
        booking = BookingFactory(event=event)
        values = {"booking": booking, "mark": "present", "marked_by": PersonFactory(), "marked_at": NOW}
        return {**values, "day": first}, second

    def test_unknown_mark_is_refused_by_the_database(self, said):
        values, _ = said

        with pytest.raises(IntegrityError, match="attendancemark_known"):
            AttendanceMark.objects.create(**{**values, "mark": "asleep"})

    def test_day_is_marked_once_for_a_booking(self, said):
        values, second = said
        noted = AttendanceMark.objects.create(**values)
        AttendanceMark.objects.create(**{**values, "day": second})

        assert str(noted) == f"mark of booking {noted.booking_id}"
        with pytest.raises(IntegrityError, match=r"attendancemark_once_a_day|day_id"):
            AttendanceMark.objects.create(**{**values, "mark": "late"})
