"""A place that comes free: offered in turn, and on to the next when nobody answers."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from academy.engines.notify.models import Mail
from academy.training.choices import BookingState
from academy.training.models import Booking
from academy.training.tasks import sweep_places
from tests.factories.events import event_of, on_the_list
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, account_of, staff_of
from tests.integration.training.windows import shown, window_of

pytestmark = pytest.mark.django_db


def states(*bookings):
    found = dict(Booking.objects.values_list("pk", "state"))
    return [found[booking.pk] for booking in bookings]


def subjects(booking):
    return list(Mail.objects.filter(person=booking.person).order_by("pk").values_list("subject", flat=True))


def press(booking, name):
    return shown(window_of(booking.person).post(reverse(f"training:{name}", args=[booking.pk]), follow=True))


def test_offer_nobody_answers_goes_to_the_next_who_takes_it():
    council = OrganisationFactory()
    event = event_of(council, capacity=1, title="Legal literacy")
    holder = on_the_list(event)
    first, second = (
        on_the_list(event, person=staff_of(council), waiting=True, asked_at=NOW - timedelta(days=days))
        for days in (4, 3)
    )
    for booking in (first, second):
        account_of(booking.person)

    with time_machine.travel(NOW, tick=False) as clock:
        press(holder, "cancel-place")
        assert states(holder, first, second) == ["cancelled", "offered", "waiting"]

        first.refresh_from_db()
        clock.move_to(first.kept_until - timedelta(minutes=1))
        assert sweep_places() == 0
        clock.move_to(first.kept_until)
        assert (sweep_places(), sweep_places()) == (1, 0)

        assert states(first, second) == [BookingState.LAPSED, BookingState.OFFERED]
        assert subjects(first)[-1] == "Your place went to the next: Legal literacy"
        assert subjects(second)[-1].startswith("A place is free for you until")
        assert "Offer not taken up" in shown(window_of(first.person).get(first.get_absolute_url()))
        assert "The place is taken." not in press(first, "take")
        assert "The place is taken." in press(second, "take")

    assert states(first, second) == [BookingState.LAPSED, BookingState.HELD]


def test_offer_of_the_last_in_the_queue_that_lapses_leaves_the_place_free():
    event = event_of(OrganisationFactory(), capacity=1)
    holder, only = on_the_list(event), on_the_list(event, waiting=True)

    with time_machine.travel(NOW, tick=False) as clock:
        press(holder, "cancel-place")
        only.refresh_from_db()
        clock.move_to(only.kept_until)
        sweep_places()
        page = shown(window_of(staff_of(event.organisation)).get(event.get_absolute_url()))

    assert (states(only), "A place is free for you." in page) == ([BookingState.LAPSED], True)
