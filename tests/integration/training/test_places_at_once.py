"""Two real processes at the same moment: the last place, a double click, cancelling while one is moved up, and a place
that is cancelled while it is approved."""

from datetime import timedelta

import pytest

from academy.training.choices import BookingState
from academy.training.services.asking_for_places import book_and_ask
from academy.training.services.requests import PlaceWords
from tests.factories.events import event_of, offered_to, on_the_list
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, account_of, staff_of
from tests.factories.requests import asking_council
from tests.integration.engines.at_once import said_by_two

# Each of the two processes is another person: who makes the file first is the first of them.
PREPARATION = """
import os
from datetime import datetime
from types import SimpleNamespace
from academy.engines.access.actors import actor_for
from academy.engines.audit.commands import Refused
from academy.identity.models import User
from academy.training.models import Booking, TrainingEvent
from academy.training.models import RequestStage
from academy.training.services.bookings import book, cancel, take
from academy.training.services.decisions import approve
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
# How every booking stands once the act of this process is done, in the order in which they were asked for.
STANDING = (
    "done = SimpleNamespace(state=' '.join(Booking.objects.order_by('asked_at').values_list('state', flat=True)))"
)
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


@pytest.mark.usefixtures("transactional_db")
def test_who_leaves_the_queue_while_she_is_moved_up_leaves_the_place_to_the_next(council, tmp_path):
    event = event_of(council, capacity=1)
    for days in (9, 8):
        person = staff_of(council)
        account_of(person)
        on_the_list(event, person=person, waiting=days == 8, asked_at=NOW - timedelta(days=days))
    on_the_list(event, waiting=True, asked_at=NOW - timedelta(days=7))
    act = f"by = actors[number]; cancel(booking=Booking.objects.get(person_id=by.person_id), by=by, at=at); {STANDING}"

    first, last = sorted(said(act, folder=tmp_path), key=lambda states: states.count("cancelled"))

    assert last == "cancelled cancelled offered"
    assert first in ("cancelled offered waiting", "held cancelled waiting", last)


@pytest.mark.usefixtures("transactional_db")
def test_place_cancelled_while_it_is_approved_ends_cancelled(tmp_path):
    council = asking_council()
    account_of(council.amara)
    account_of(council.helen)
    event = event_of(council.organisation)
    book_and_ask(event=event, person=council.amara, words=PlaceWords(need="To learn."), by=council.by, at=NOW)
    act = (
        "cancel(booking=Booking.objects.get(), by=actors[0], at=at) if number == 0 else "
        "approve(stage=RequestStage.objects.get(), by=actors[1], at=at); "
        "booking = Booking.objects.select_related('request').get(); "
        "done = SimpleNamespace(state=f'{booking.state} {booking.request.state}')"
    )

    told = set(said(act, folder=tmp_path))

    withdrawn = "The request was withdrawn in the meantime. There is nothing left to decide."
    assert told in (
        {"cancelled withdrawn", withdrawn},
        {"held approved", "cancelled approved"},
        {"cancelled approved"},
    )
