import pytest
from django.test import Client
from django.urls import reverse

from academy.training.models import Booking
from tests.factories.people import NOW, account_of
from tests.factories.requests import asking_council
from tests.factories.training import EventDayFactory, TrainingEventFactory

SENT = {"need": "For our peer group.", "agreed_in": "supervision", "access_needs": "A hearing loop"}


@pytest.fixture
def council(db, time_machine):
    time_machine.move_to(NOW, tick=False)
    return asking_council()


@pytest.fixture
def event(council):
    made = TrainingEventFactory(course__organisation=council.organisation)
    EventDayFactory(event=made)
    return made


def client_of(person):
    client = Client()
    client.force_login(account_of(person))
    return client


def shown(response):
    return response.content.decode()


def test_place_is_booked_and_asked_for_in_one_form_and_one_press(council, event):
    client = client_of(council.amara)
    url = reverse("training:book", args=[event.pk])
    assert "Your line manager is asked; a place, or your place in the queue, is kept meanwhile." in shown(
        client.get(url)
    )
    page = shown(client.post(url, SENT, follow=True))
    booking = Booking.objects.get()
    assert (booking.state, booking.access_needs, booking.request.need) == ("held", "A hearing loop", SENT["need"])
    assert ("waits for approval" in page, booking.request.get_absolute_url() in page) == (True, True)
    assert "A place is held until 1 December 2026." in shown(
        client_of(council.helen).get(reverse("training:decide", args=[booking.request.stages.get().pk]))
    )


@pytest.mark.parametrize("missing", ["need", "agreed_in"])
def test_place_asked_for_without_an_answer_loses_nothing_typed(council, event, missing):
    sent = {**SENT, missing: ""}
    response = client_of(council.amara).post(reverse("training:book", args=[event.pk]), sent)
    assert (response.status_code, "A hearing loop" in shown(response), Booking.objects.count()) == (422, True, 0)


def test_place_where_nobody_has_to_agree_is_booked_without_asking(council, event):
    council.policy.content = {"needs_approval_here": False}
    council.policy.save()
    client = client_of(council.amara)
    page = shown(client.get(reverse("training:book", args=[event.pk])))
    client.post(reverse("training:book", args=[event.pk]), {"access_needs": ""})
    booking = Booking.objects.get()
    assert ("Why would you like" in page, booking.state, booking.request, booking.kept_until) == (
        False,
        "held",
        None,
        None,
    )
