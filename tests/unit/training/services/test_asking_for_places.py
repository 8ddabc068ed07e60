from datetime import timedelta

import pytest

from academy.engines.audit.commands import Refused
from academy.identity.models import Organisation
from academy.training.choices import BookingState, RequestState
from academy.training.models import Booking, TrainingRequest
from academy.training.selectors.asking import needs_approval
from academy.training.services.asking_for_places import book_and_ask
from academy.training.services.bookings import cancel
from academy.training.services.decisions import approve
from academy.training.services.places import sweep
from academy.training.services.requests import PlaceWords
from tests.factories.identity import TODAY
from tests.factories.people import NOW, as_actor, member_of
from tests.factories.requests import asking_council
from tests.factories.training import EventDayFactory, TrainingEventFactory

WORDS = PlaceWords(need="For our peer group.")


@pytest.fixture
def council(db):
    return asking_council()


@pytest.fixture
def event(council):
    made = TrainingEventFactory(course__organisation=council.organisation)
    EventDayFactory(event=made)
    made.refresh_from_db()
    made.course.refresh_from_db()
    return made


def booked(council, event, *, at=NOW, words=WORDS):
    return book_and_ask(event=event, person=council.amara, words=words, by=council.by, at=at)


def test_place_is_booked_and_asked_for_in_one_act(council, event):
    booking = booked(council, event)
    assert (booking.state, booking.request.state, booking.kept_until) == (
        BookingState.HELD,
        RequestState.SUBMITTED,
        NOW + timedelta(days=14),
    )
    assert booking.request.stages.get().state == "open"


def test_place_without_a_word_is_not_booked_either(council, event):
    with pytest.raises(Refused, match="Say why") as refused:
        booked(council, event, words=None)
    assert (refused.value.field, Booking.objects.count(), TrainingRequest.objects.count()) == ("need", 0, 0)


def test_place_where_the_policy_asks_nobody_is_booked_at_once(council, event):
    council.policy.content = {"needs_approval_here": False}
    council.policy.save()
    booking = booked(council, event, words=None)
    assert (booking.state, booking.request, booking.kept_until) == (BookingState.HELD, None, None)


def test_approval_is_needed_only_where_somebody_decides(council):
    place = council.organisation.pk
    assert needs_approval(council.amara.pk, place, on=TODAY) is True
    assert needs_approval(council.ruth.pk, place, on=TODAY) is False
    assert needs_approval(council.amara.pk, None, on=TODAY) is False
    provider = Organisation.objects.create(name="Home", short_name="Home", slug="home", kind="provider")
    assert needs_approval(member_of(provider).pk, provider.pk, on=TODAY) is False


def test_cancelling_a_place_withdraws_its_open_request(council, event):
    booking = booked(council, event)
    cancel(booking=booking, by=council.by, at=NOW)
    assert TrainingRequest.objects.get().state == RequestState.WITHDRAWN


def test_manager_who_cancels_a_place_has_its_request_withdrawn(council, event):
    booking = booked(council, event)
    cancel(booking=booking, by=as_actor(council.helen), at=NOW)
    assert TrainingRequest.objects.get().state == RequestState.WITHDRAWN


def test_cancelling_an_approved_place_leaves_the_decision_as_it_was(council, event):
    booking = booked(council, event)
    approve(stage=booking.request.stages.get(), by=as_actor(council.helen), at=NOW)
    cancel(booking=booking, by=council.by, at=NOW)
    assert TrainingRequest.objects.get().state == RequestState.APPROVED


def test_place_that_ran_out_before_the_yes_is_booked_again_without_asking_again(council, event):
    first = booked(council, event)
    later = NOW + timedelta(days=15)
    assert sweep(at=later) == 1
    approve(stage=first.request.stages.get(), by=as_actor(council.helen), at=later)
    again = booked(council, event, at=later)
    assert (again.state, again.request, again.kept_until) == (BookingState.HELD, first.request, None)
    assert TrainingRequest.objects.count() == 1


def test_place_booked_again_before_the_yes_waits_for_it_anew(council, event):
    first = booked(council, event)
    later = NOW + timedelta(days=15)
    sweep(at=later)
    again = booked(council, event, at=later)
    assert (again.request, again.kept_until) == (first.request, later + timedelta(days=14))
