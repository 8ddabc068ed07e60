"""The page of one's own pseudonyms: read and changed by its writer, kept by no browser, empty to everybody else."""

from html import unescape

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.test import Client

from academy.engines.guard.known import Alias
from academy.engines.guard.models import PseudonymKey
from academy.engines.guard.selectors.keys import Key, key_of
from academy.engines.guard.services.keys import CHANGED_SINCE
from tests.factories.identity import OrganisationFactory, UserFactory
from tests.factories.people import NOW, account_of, as_actor, staff_of

PAGE = "/guard/names/"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def writer():
    return staff_of(OrganisationFactory())


def browser_of(user):
    client = Client()
    client.force_login(user)
    return client


def sent(browser, *pairs, seen=""):
    rows = {
        f"{name}_{number}": word
        for number, pair in enumerate(pairs, start=1)
        for name, word in zip(("pseudonym", "name"), pair, strict=True)
    }
    return browser.post(PAGE, {"seen": seen, **rows})


def test_writer_keeps_changes_and_removes_lines(writer):
    browser = browser_of(account_of(writer))
    answer = sent(browser, ("Mrs A", "Margaret Ellis"), ("", ""), ("Mr B", "Will Grant"))
    assert (answer.status_code, answer["Location"]) == (302, PAGE)
    assert [alias.name for alias in key_of(as_actor(writer)).aliases] == ["Margaret Ellis", "Will Grant"]
    sent(browser, ("", ""), ("Mr B", "William Grant"), seen=NOW.isoformat())
    assert key_of(as_actor(writer)) == Key((Alias("Mr B", "William Grant"),), NOW)
    page = browser.get(PAGE)
    assert 'value="William Grant"' in page.content.decode()
    assert page["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_nobody_else_sees_the_lines(writer):
    sent(browser_of(account_of(writer)), ("Mrs A", "Margaret Ellis"))
    other = browser_of(account_of(staff_of(OrganisationFactory()))).get(PAGE)
    assert (other.status_code, "Margaret" in other.content.decode()) == (200, False)
    assert browser_of(UserFactory(person=None)).get(PAGE).status_code == 403


@pytest.mark.parametrize(
    ("pairs", "seen", "reason"),
    [
        ((("Mrs A", ""),), "", "Write both the pseudonym and the real name of “Mrs A”, or neither."),
        ((("Mrs A", "Margaret Ellis"),), "2020-01-01T00:00:00+00:00", CHANGED_SINCE),
        ((("Mrs A", "Margaret Ellis"),), "2020-02-31T00:00:00+00:00", None),
    ],
)
def test_refused_lines_stay_in_their_boxes(writer, pairs, seen, reason):
    answer = sent(browser_of(account_of(writer)), *pairs, seen=seen)
    page = unescape(answer.content.decode())
    assert answer.status_code == (422 if reason else 302)
    assert (reason or "") in page
    assert ('value="Mrs A"' in page) is bool(reason)


def test_list_is_emptied_for_good(writer):
    browser = browser_of(account_of(writer))
    sent(browser, ("Mrs A", "Margaret Ellis"))
    answer = browser.post(f"{PAGE}empty/")
    assert [str(said) for said in get_messages(answer.wsgi_request)] == [
        "Your pseudonyms are kept.",
        "Your list is empty. Nobody can bring it back.",
    ]
    assert PseudonymKey.objects.count() == 0


def test_list_whose_key_is_gone_says_so(writer, settings):
    browser = browser_of(account_of(writer))
    sent(browser, ("Mrs A", "Margaret Ellis"))
    PseudonymKey.objects.update(token="nothing")
    assert "Your list cannot be read any more" in browser.get(PAGE).content.decode()
