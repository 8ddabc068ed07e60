"""Two real processes at the same moment: the last place, a double click, and cancelling while one is moved up."""

import pytest

from academy.training.choices import BookingState
from tests.factories.events import event_of, offered_to, on_the_list
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, account_of, staff_of
from tests.integration.engines.at_once import said_by_two

# Each of the two processes is another person: who makes the file first is the first of them.
PREPARATION = """
import os
from datetime import datetime
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.identity.models import User
from academy.training.models import Booking, TrainingEvent
from academy.training.services.bookings import book, cancel, take
at = datetime.fromisoformat("{at}")
try:
    os.close(os.open("{folder}/first", os.O_CREAT | os.O_EXCL))
    number = 0
except FileExistsError:
    number = 1
event = TrainingEvent.objects.order_by("pk").first()
actors = [actor_for(user=user, on=at.date()) for user in User.objects.order_by("pk")]
"""
ACT = """
try:
    {act}
    print(done.state, flush=True)
except Refused as refused:
    print(refused.reason, flush=True)
"""
BOOKS = "by = actors[{who}]; done = book(event=event, person=User.objects.get(pk=by.user_id).person, by=by, at=at)"


@pytest.fixture
def council():
    return OrganisationFactory()


def said(act, *, folder):
    preparation = PREPARATION.format(at=NOW.isoformat(), folder=folder)
    return sorted(said_by_two(ACT.format(act=act), preparation=preparation, folder=folder))


@pytest.mark.usefixtures("transactional_db")
def test_last_place_asked_for_by_two_is_one_persons_and_the_other_is_next(council, tmp_path):
    event_of(council, capacity=1)
    for _ in range(2):
        account_of(staff_of(council))

    assert said(BOOKS.format(who="number"), folder=tmp_path) == [BookingState.HELD, BookingState.WAITING]


@pytest.mark.usefixtures("transactional_db")
def test_double_click_books_one_place(council, tmp_path):
    event_of(council, capacity=2)
    account_of(staff_of(council))

    assert said(BOOKS.format(who="0"), folder=tmp_path) == [
        "You have a place with this event already, or have asked for one.",
        BookingState.HELD,
    ]


@pytest.mark.usefixtures("transactional_db")
def test_offer_taken_at_the_moment_it_is_cancelled_ends_one_way(council, tmp_path):
    event = event_of(council, capacity=1)
    her = staff_of(council)
    account_of(her)
    offered_to(event, person=her)
    act = "done = (take, cancel)[number](booking=Booking.objects.get(), by=actors[0], at=at)"

    # taken first, it can be cancelled after; cancelled first, it cannot be taken
    assert said(act, folder=tmp_path) in (
        [BookingState.CANCELLED, BookingState.HELD],
        ["This booking is cancelled. You cannot change it any more.", BookingState.CANCELLED],
    )


@pytest.mark.usefixtures("transactional_db")
def test_two_who_cancel_at_once_move_two_others_up(council, tmp_path):
    event = event_of(council, capacity=2)
    for _ in range(2):
        person = staff_of(council)
        account_of(person)
        on_the_list(event, person=person)
    for _ in range(3):
        on_the_list(event, waiting=True)
    act = (
        "by = actors[number]; cancel(booking=Booking.objects.get(person_id=by.person_id), by=by, at=at); "
        "done = Booking.objects.filter(state='offered').first()"
    )

    assert said(act, folder=tmp_path) == [BookingState.OFFERED, BookingState.OFFERED]
