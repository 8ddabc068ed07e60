"""The end of a session moves on with what is asked, and is stored once a minute at most."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from academy.engines.access.sessions import seconds_left
from tests.factories.identity import UserFactory
from tests.factories.people import NOW

KEEP = "/session/keep-alive/"
WHOLE = timedelta(seconds=settings.SESSION_COOKIE_AGE)

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(settings):
    """Somebody who signed in at NOW and read a page at once."""
    settings.ROOT_URLCONF = "academy.config.urls"
    client = Client()
    with time_machine.travel(NOW, tick=False):
        client.force_login(UserFactory(person=None))
        client.get(KEEP)
    return client


def asked(client, after, *, method="get", **said):
    """What comes of asking so long after NOW: when the session ends then."""
    with time_machine.travel(NOW + timedelta(seconds=after), tick=False):
        getattr(client, method)(KEEP, **said)
        return Session.objects.get().expire_date - NOW


@pytest.mark.parametrize(("after", "ends"), [(0, WHOLE), (59, WHOLE), (60, WHOLE + timedelta(seconds=60))])
def test_end_is_moved_on_by_reading_once_a_minute(signed_in, after, ends):
    assert asked(signed_in, after) == ends


def test_pressing_stay_signed_in_moves_it_on_at_once(signed_in):
    assert asked(signed_in, 30, method="post") == WHOLE + timedelta(seconds=30)


def test_page_read_within_the_minute_writes_nothing(signed_in, django_assert_num_queries):
    with time_machine.travel(NOW + timedelta(seconds=59), tick=False), django_assert_num_queries(2) as captured:
        signed_in.get(KEEP)
    assert [query["sql"].split()[0] for query in captured.captured_queries] == ["SELECT", "SELECT"]


def test_page_is_told_how_long_the_stored_session_lasts(signed_in):
    with time_machine.travel(NOW + timedelta(seconds=45), tick=False):
        answer = signed_in.get(KEEP)
        assert answer.wsgi_request.session_ends_in == settings.SESSION_COOKIE_AGE - 45


def test_session_over_is_signed_out_and_not_moved_on(signed_in):
    with time_machine.travel(NOW + WHOLE, tick=False):
        assert signed_in.post(KEEP).status_code == 401


def test_session_that_was_never_moved_on_has_no_seconds_left():
    assert seconds_left(Client().session, at=NOW) == 0


def test_visitor_without_a_session_gets_none(client):
    client.get(KEEP)
    assert (Session.objects.count(), "sessionid" in client.cookies) == (0, False)
