import logging
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from academy.engines.links import declarations
from academy.engines.links.models import Link
from tests.factories.identity import OrganisationFactory, UserFactory
from tests.factories.links import GREET, link_to
from tests.factories.people import NOW

GONE = "This link can no longer be used"
WAY_OUT = "ask the person who sent it for a new one"


@pytest.fixture(autouse=True)
def _own_portal(db, settings, monkeypatch):
    settings.ROOT_URLCONF = "tests.integration.engines.links.pages"
    monkeypatch.setitem(declarations._declared, GREET.name, GREET)
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def subject():
    return OrganisationFactory()


@pytest.fixture
def link(subject):
    return link_to(subject=subject)


def page_of(subject):
    return f"/greet/{subject.pk}/"


def words(response):
    return response.content.decode()


def test_link_leads_to_its_page_and_out_of_the_address(client, link, subject):
    answer = client.get("/l/secret/", follow=True)

    assert answer.redirect_chain == [(page_of(subject), 302)]
    assert words(answer) == f"Hello Rosa Whitlock, say hello to {subject.pk}."


def test_mail_scanner_that_opens_everything_spends_nothing(link, subject):
    for _ in range(3):
        scanner = Client()
        scanner.get("/l/secret/", follow=True)
        scanner.head("/l/secret/")

    link.refresh_from_db()
    assert (link.opened_at, link.spent_at, link.withdrawn_at) == (NOW, None, None)
    assert Client().get("/l/secret/", follow=True).status_code == 200


def test_link_is_spent_by_sending_and_then_leads_nowhere(client, link, subject):
    client.get("/l/secret/")

    sent = client.post(page_of(subject))

    link.refresh_from_db()
    assert (sent.status_code, sent.url, link.spent_at) == (302, "/greeted/", NOW)
    again = [client.get("/l/secret/"), client.get(page_of(subject)), client.post(page_of(subject))]
    assert [(answer.status_code, GONE in words(answer)) for answer in again] == [(404, True)] * 3


def test_opening_address_takes_no_post(client, link):
    assert client.post("/l/secret/").status_code == 405
    assert Link.objects.get().spent_at is None


@pytest.mark.parametrize(
    "said",
    [
        {"token_hash": "somebody else's"},
        {"spent_at": NOW},
        {"withdrawn_at": NOW},
        {"made_at": NOW - timedelta(days=31), "expires_at": NOW},
    ],
    ids=["guessed", "used", "withdrawn", "expired"],
)
def test_link_that_cannot_be_used_says_the_same_whatever_the_reason(client, said, django_assert_num_queries):
    link_to(**said)

    with django_assert_num_queries(1):
        answer = client.get("/l/secret/")

    assert (answer.status_code, GONE in words(answer), WAY_OUT in words(answer)) == (404, True, True)
    assert words(answer) == words(Client().get("/l/quite-another/"))
    assert "Rosa" not in words(answer)


def test_page_is_closed_to_who_has_not_opened_the_link(client, link, subject):
    answers = [client.get(page_of(subject)), client.post(page_of(subject))]

    assert [(answer.status_code, GONE in words(answer)) for answer in answers] == [(404, True)] * 2
    assert Link.objects.get().spent_at is None


def test_link_opens_no_other_subject_and_no_other_purpose(client, link, subject, monkeypatch):
    other = OrganisationFactory()
    monkeypatch.setitem(declarations._declared, "tests-other", GREET)
    link_to("other", subject=other, purpose="tests-other")
    client.get("/l/secret/")
    client.get("/l/other/")

    assert client.get(page_of(other)).status_code == 404
    assert client.get(page_of(subject)).status_code == 200


def test_two_links_in_one_browser_do_not_mix(client, link, subject):
    other = OrganisationFactory()
    second = link_to("second", subject=other)
    client.get("/l/secret/")
    client.get("/l/second/")

    client.post(page_of(subject))

    link.refresh_from_db()
    second.refresh_from_db()
    assert (link.spent_at, second.spent_at) == (NOW, None)


def test_browser_remembers_the_last_five_links(client):
    subjects = [OrganisationFactory() for _ in range(6)]
    for number, subject in enumerate(subjects):
        link_to(f"token-{number}", subject=subject)
        client.get(f"/l/token-{number}/")

    assert [client.get(page_of(subject)).status_code for subject in subjects] == [404, 200, 200, 200, 200, 200]


def test_holder_acts_as_herself_though_somebody_is_signed_in(client, link):
    client.force_login(UserFactory())

    assert words(client.get("/l/secret/", follow=True)).startswith("Hello Rosa Whitlock")


@pytest.mark.parametrize("path", ["/l/secret/", "/l/guessed/"])
def test_nothing_behind_a_link_is_kept_or_told_to_others(client, link, subject, path):
    opened = client.get(path)

    assert opened["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"
    assert opened["Referrer-Policy"] == "no-referrer"
    page = client.get(page_of(subject))
    assert page["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_token_stands_neither_in_the_session_nor_in_a_log(client, link, subject, caplog):
    with caplog.at_level(logging.DEBUG):
        client.get("/l/secret/")
        client.post(page_of(subject))
        client.get("/l/secret/")

    assert "'secret'" not in str(dict(client.session))
    own = [record for record in caplog.records if record.name != "django.request"]  # from ERROR on in the portal
    assert [record.getMessage() for record in own if "/l/secret" in record.getMessage()] == []


def test_guessing_is_limited_by_network_address(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"open_link": "3/5m/ip"}

    answers = [client.get(f"/l/guess-{number}/").status_code for number in range(4)]

    assert answers == [404, 404, 404, 429]
    elsewhere = client.get("/l/guess-5/", REMOTE_ADDR="192.0.2.7")
    assert elsewhere.status_code == 404


def test_closed_page_is_light_enough_for_an_old_phone(client):
    assert len(client.get("/l/guess/").content) < 30_000
