"""The background work of training: each task does its act at the moment it runs, and a second run finds nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings

from academy.training.choices import BookingState
from academy.training.tasks import forget_access_needs, send_up_decisions, sweep_places
from tests.factories.events import LONG_AFTER, event_of, offered_to, on_the_list
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW
from tests.factories.requests import asking_council, submitted

pytestmark = pytest.mark.django_db


def test_decision_nobody_makes_goes_up_by_itself():
    stage = submitted(asking_council())

    with time_machine.travel(NOW + timedelta(days=9), tick=False):
        assert send_up_decisions() == 0
    with time_machine.travel(NOW + timedelta(days=10), tick=False):
        assert (send_up_decisions(), send_up_decisions()) == (1, 0)

    stage.refresh_from_db()
    assert stage.escalated_at == NOW + timedelta(days=10)


def test_offer_that_ran_out_ends_by_itself_and_the_next_is_offered_the_seat():
    event = event_of(OrganisationFactory(), capacity=1)
    offered = offered_to(event, kept_until=NOW)
    next_up = on_the_list(event, waiting=True)

    with time_machine.travel(NOW - timedelta(minutes=5), tick=False):
        assert sweep_places() == 0
    with time_machine.travel(NOW, tick=False):
        assert (sweep_places(), sweep_places()) == (1, 0)

    for booking in (offered, next_up):
        booking.refresh_from_db()
    assert (offered.state, offered.ended_at, next_up.state) == (BookingState.LAPSED, NOW, BookingState.OFFERED)


def test_access_needs_are_forgotten_by_themselves():
    booking = on_the_list(event_of(OrganisationFactory()), access_needs="A hearing loop")

    with time_machine.travel(NOW, tick=False):
        assert forget_access_needs() == 0
    with time_machine.travel(LONG_AFTER, tick=False):
        assert (forget_access_needs(), forget_access_needs()) == (1, 0)

    booking.refresh_from_db()
    assert booking.access_needs == ""


@pytest.mark.parametrize("task", [send_up_decisions, sweep_places, forget_access_needs])
def test_clock_rings_for_the_task_once(task):
    assert [entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()].count(task.name) == 1
