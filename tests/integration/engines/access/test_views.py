from datetime import UTC, datetime
from urllib.parse import quote

import pytest
import time_machine
from django.core.exceptions import ImproperlyConfigured

from academy.engines.audit.models import Event
from tests.factories.identity import PersonFactory

pytestmark = pytest.mark.django_db
# An hour in which it is the next day already in London, and not yet in UTC.
LATE_EVENING = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)


def text(response) -> str:
    return response.content.decode()


def test_page_shows_what_it_reads_on_the_day_in_london(visitor):
    with time_machine.travel(LATE_EVENING, tick=False):
        response = visitor.get("/board/")

    assert (response.status_code, text(response)) == (200, "|The board, Amara Osei|2026-07-01||")


@pytest.mark.parametrize("address", ["/board/?page=2", "/nothing/", "/people/1/"])
def test_somebody_not_signed_in_is_led_to_sign_in_and_back(client, address):
    response = client.get(address)

    assert (response.status_code, response.url) == (302, f"/accounts/login/?next={quote(address)}")


def test_form_sent_when_nobody_is_signed_in_leads_back_to_the_form(client):
    response = client.post("/rename/?step=2", {"name": "Mimi"})

    assert (response.status_code, response.url) == (302, "/accounts/login/?next=/rename/")


def test_page_without_the_permission_is_refused(visitor):
    response = visitor.get("/nothing/")

    assert (response.status_code, text(response)) == (403, "You may not.")


def test_thing_that_is_not_visible_is_as_one_that_does_not_exist(visitor):
    hidden = PersonFactory(given_name="Hidden", family_name="Quill")

    there, nowhere = visitor.get(f"/people/{hidden.pk}/"), visitor.get(f"/people/{hidden.pk + 1}/")

    assert (there.status_code, text(there)) == (nowhere.status_code, text(nowhere)) == (404, "There is no such page.")
    assert Event.objects.count() == 0


def test_thing_that_is_visible_and_not_allowed_is_refused_and_not_noted_as_read(visitor):
    private = PersonFactory(given_name="Private", family_name="Quill")

    response = visitor.get(f"/people/{private.pk}/")

    assert (response.status_code, text(response)) == (403, "You may not.")
    assert Event.objects.count() == 0


def test_page_with_somebody_elses_record_is_noted_once(visitor, amara):
    other = PersonFactory(given_name="Bela", family_name="Quill")

    response = visitor.get(f"/people/{other.pk}/")

    assert text(response).split("|")[1] == "Bela Quill"
    event = Event.objects.get()
    assert (event.act, event.subject_label, event.about_id) == ("read", "identity.person", other.pk)
    assert (event.actor.name, event.request_id) == ("Amara Osei", response["X-Request-ID"])


def test_page_with_ones_own_record_is_not_noted(visitor, amara):
    response = visitor.get(f"/people/{amara.person.pk}/")

    assert (text(response).split("|")[1], Event.objects.count()) == ("Amara Osei", 0)


def test_public_page_is_shown_to_anybody(client):
    assert text(client.get("/open/")).split("|")[1] == "Welcome"


def test_public_page_that_asks_who_is_there_is_refused(client):
    response = client.get("/mistake/")

    assert (response.status_code, text(response)) == (403, "You may not.")


def test_page_that_states_no_permission_is_a_bug(visitor):
    with pytest.raises(ImproperlyConfigured, match="Unmarked states no permission and is not marked public"):
        visitor.get("/unmarked/")
