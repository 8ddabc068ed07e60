"""The count in the frame of every page: worked out once a minute, and anew after whatever she does."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from academy.engines.worklist import providers
from academy.engines.worklist.items import Item
from academy.engines.worklist.providers import Provider, declare
from academy.engines.worklist.remembered import remember, remembered_count
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, account_of, as_actor, staff_of

pytestmark = [pytest.mark.django_db, pytest.mark.frame_count]


@pytest.fixture(autouse=True)
def frozen() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def waiting(monkeypatch) -> list[Item]:
    """What waits for everybody, in place of what the apps say."""
    items = [Item(what="Write", why="", url="/", action="Open")]
    monkeypatch.setattr(providers, "_declared", {})
    declare(Provider("tests.entry", lambda actor, on: list(items)))
    return items


@pytest.fixture
def amara():
    return staff_of(OrganisationFactory())


@pytest.fixture
def window(amara) -> Client:
    client = Client()
    client.force_login(account_of(amara))
    return client


def count_on(window: Client, address: str = "/inbox/") -> str:
    """The number beside "things to do" in the frame of a page."""
    page = window.get(address).content.decode()
    return page.split('<span class="app-count">')[1].split("</span>", maxsplit=1)[0]


def test_count_is_the_same_for_a_minute_and_then_worked_out_anew(waiting, window, frozen):
    before = count_on(window)
    waiting.extend(waiting * 2)
    assert count_on(window) == before

    frozen.shift(timedelta(seconds=61))
    assert int(count_on(window)) == int(before) + 2


def test_count_is_worked_out_anew_after_whatever_she_does(waiting, window):
    before = count_on(window)
    waiting.extend(waiting)

    window.post("/session/keep-alive/")
    assert int(count_on(window)) == int(before) + 1


def test_her_home_counts_anew_and_every_page_after_it_says_the_same(waiting, window):
    before = count_on(window)
    waiting.extend(waiting)

    assert [int(count_on(window, address)) for address in ("/", "/inbox/")] == [int(before) + 1] * 2


def test_remembered_count_asks_the_database_nothing(waiting, amara, django_assert_num_queries):
    actor = as_actor(amara)
    counted = remembered_count(actor)

    with django_assert_num_queries(0):
        assert remembered_count(actor) == counted


def test_each_organisation_and_day_has_a_count_of_its_own(waiting, amara):
    today, tomorrow = as_actor(amara), as_actor(amara, on=NOW.date() + timedelta(days=1))
    remember(today, 7)

    assert (remembered_count(today), remembered_count(tomorrow)) == (7, 1)
