"""What the portal does with places by itself: offers to the next, the end of what is kept no longer, and releasing."""

from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Mail, Notice
from academy.training.choices import BookingState, EventState
from academy.training.models import Booking
from academy.training.services.places import lapse, locked, move_up, portal, release, sweep
from tests.factories.events import DURING, event_of, offered_to, on_the_list
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, as_actor, staff_of
from tests.factories.training import EVENT_AT

pytestmark = pytest.mark.django_db
BY = portal(TODAY)
HOURS = timedelta(hours=1)


@pytest.fixture
def event():
    return event_of(OrganisationFactory(), capacity=2)


def states(event):
    return list(Booking.objects.filter(event=event).order_by("pk").values_list("state", flat=True))


class TestMoveUp:
    def test_every_free_seat_is_offered_in_turn(self, event):
        waiting = [on_the_list(event, waiting=True, asked_at=NOW - timedelta(hours=9 - each)) for each in range(3)]

        offered = move_up(event=event, by=BY, at=NOW)

        assert [each.pk for each in offered] == [waiting[0].pk, waiting[1].pk]
        assert states(event) == [BookingState.OFFERED, BookingState.OFFERED, BookingState.WAITING]
        assert {each.kept_until for each in offered} == {NOW + timedelta(hours=48)}

    def test_offer_ends_before_the_event_begins(self, event):
        on_the_list(event, waiting=True)

        assert move_up(event=event, by=BY, at=EVENT_AT - HOURS)[0].kept_until == EVENT_AT

    def test_full_event_offers_nothing(self, event):
        on_the_list(event)
        offered_to(event)
        on_the_list(event, waiting=True)

        assert move_up(event=event, by=BY, at=NOW) == []

    def test_nobody_waiting_is_offered_nothing(self, event):
        assert move_up(event=event, by=BY, at=NOW) == []

    def test_event_that_has_begun_or_is_over_offers_nothing(self, event):
        on_the_list(event, waiting=True)

        assert move_up(event=event, by=BY, at=DURING) == []
        type(event).objects.update(state=EventState.HELD)
        assert move_up(event=event, by=BY, at=NOW) == []
        assert states(event) == [BookingState.WAITING]


class TestLapse:
    def test_offer_that_ran_out_goes_to_the_next(self, event):
        first = offered_to(event, kept_until=NOW)
        on_the_list(event)
        second = on_the_list(event, waiting=True)

        lapse(booking=first, by=BY, at=NOW)

        assert states(event) == [BookingState.LAPSED, BookingState.HELD, BookingState.OFFERED]
        assert Notice.objects.get(person=first.person).subject.startswith("Your place went to the next: ")
        assert Mail.objects.get(person=first.person).file_text == ""
        assert Notice.objects.get(person=second.person).subject.startswith("A place is free for you until")

    def test_place_that_was_not_approved_in_time_leaves_the_calendar(self, event):
        held = on_the_list(event, kept_until=NOW)

        assert lapse(booking=held, by=BY, at=NOW).ended_at == NOW
        assert "METHOD:CANCEL" in Mail.objects.get().file_text

    @pytest.mark.parametrize("kept_until", [NOW + HOURS, None])
    def test_place_whose_time_is_not_over_stays(self, event, kept_until):
        held = on_the_list(event, kept_until=kept_until)

        with pytest.raises(Refused, match="The time of this place is not over"):
            lapse(booking=held, by=BY, at=NOW)
        assert states(event) == [BookingState.HELD]


class TestSweep:
    def test_everything_whose_time_is_over_ends_once(self, event):
        offered_to(event, kept_until=NOW - HOURS)
        on_the_list(event, kept_until=NOW)
        on_the_list(event, waiting=True)
        offered_to(event_of(OrganisationFactory()), kept_until=NOW + HOURS)

        assert (sweep(at=NOW), sweep(at=NOW)) == (2, 0)
        assert states(event) == [BookingState.LAPSED, BookingState.LAPSED, BookingState.OFFERED]
        assert Event.objects.filter(act="training.place.lapse", actor__name="places").count() == 2

    def test_what_another_worker_ended_is_left_alone(self, event, monkeypatch):
        offered_to(event, kept_until=NOW)

        def too_late(**arguments):
            raise Refused("The time of this place is not over.")

        monkeypatch.setattr("academy.training.services.places.lapse", too_late)
        assert sweep(at=NOW) == 0


class TestRelease:
    def test_place_is_given_back_whoever_decided_and_moves_the_queue(self, event):
        decider = as_actor(staff_of(OrganisationFactory()))
        held, _ = on_the_list(event), on_the_list(event)
        on_the_list(event, waiting=True)

        released = release(booking=held, by=decider, at=EVENT_AT - HOURS)

        assert (released.state, released.ended_at) == (BookingState.CANCELLED, EVENT_AT - HOURS)
        assert states(event) == [BookingState.CANCELLED, BookingState.HELD, BookingState.OFFERED]
        assert Notice.objects.get(person=held.person).body.startswith("Tuesday 8 December 2026, 09:30 to 16:30")
        assert Event.objects.get(act="training.booking.release").about_id == held.person_id

    def test_place_that_has_ended_is_not_released(self, event):
        ended = on_the_list(event, state=BookingState.LAPSED, ended_at=NOW)

        with pytest.raises(Refused, match="You cannot change it any more"):
            release(booking=ended, by=BY, at=NOW)


def test_event_is_read_again_under_its_lock(event):
    type(event).objects.update(capacity=7)

    assert locked(event.pk).capacity == 7
