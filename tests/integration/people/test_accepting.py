import logging
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from academy.engines.notify.models import Mail
from academy.identity.actor import Actor
from academy.identity.models import User
from academy.people.services.invitations import resend, send, withdraw
from tests.factories.people import NOW, account_of

ACCEPT = "/people/invitations/accept/"
PASSWORD = "three words of sense"
CLOSED = "This one does not work, or does not work any more."


def system() -> Actor:
    return Actor.system("tests", on=timezone.localdate())


@pytest.fixture
def invitation(amara, bristol):
    return send(person=amara, organisation=bristol, email=amara.work_email, by=system(), at=timezone.now())


def link() -> str:
    """The path in the newest mail."""
    return ACCEPT + Mail.objects.latest("pk").text.split(ACCEPT)[1].split()[0]


def test_link_asks_for_a_password_and_signs_in(client, invitation, amara):
    page = client.get(link(), follow=True)
    answer = client.post(ACCEPT, {"password": PASSWORD}, follow=True)

    assert page.redirect_chain == [(ACCEPT, 302)]
    text = " ".join(page.content.decode().split())
    assert "You are invited to the portal of the Bristol Academy at Bristol City Council." in text
    assert "You will sign in with <strong>amara.osei@council.example</strong>" in text
    assert (answer.redirect_chain[0], answer.wsgi_request.actor.person_id) == (("/", 302), amara.pk)


def test_account_signs_in_with_its_password_afterwards(client, invitation):
    client.get(link())
    client.post(ACCEPT, {"password": PASSWORD})
    client.logout()

    answer = client.post("/accounts/login/", {"login": "Amara.Osei@council.example", "password": PASSWORD})

    assert (answer.status_code, answer.url, "_auth_user_id" in client.session) == (302, "/", True)


def test_token_stands_neither_in_the_address_nor_in_the_session_nor_in_a_log(client, invitation, caplog):
    token = link().removeprefix(ACCEPT).rstrip("/")

    with caplog.at_level(logging.DEBUG):
        client.get(link())
        refused = client.post(ACCEPT, {"password": "short"})

    assert refused.request["PATH_INFO"] == ACCEPT
    assert token not in str(dict(client.session))
    assert [record.getMessage() for record in caplog.records if token in record.getMessage()] == []


def test_weak_password_is_told_at_its_field_and_the_link_still_works(client, invitation):
    client.get(link())

    page = client.post(ACCEPT, {"password": "short"})

    text = page.content.decode()
    assert (page.status_code, 'href="#id_password"' in text, "at least 12 characters" in text) == (422, True, True)
    assert client.post(ACCEPT, {"password": PASSWORD}).status_code == 302


def used(client, invitation) -> None:
    path = link()
    client.get(path)
    client.post(ACCEPT, {"password": PASSWORD})
    client.logout()
    client.get(path)


def replaced(client, invitation) -> None:
    path = link()
    resend(invitation=invitation, by=system(), at=timezone.now())
    client.get(path)


def withdrawn(client, invitation) -> None:
    path = link()
    withdraw(invitation=invitation, by=system(), at=timezone.now())
    client.get(path)


def invented(client, invitation) -> None:
    client.get(f"{ACCEPT}no-such-token/")


def without_link(client, invitation) -> None:
    client.get("/accounts/login/")


@pytest.mark.parametrize("why", [used, replaced, withdrawn, invented, without_link])
def test_link_that_does_not_work_says_whom_to_ask_and_not_why(client, invitation, why):
    why(client, invitation)

    shown, sent = client.get(ACCEPT), client.post(ACCEPT, {"password": PASSWORD})

    for page in (shown, sent):
        assert (page.status_code, CLOSED in page.content.decode()) == (404, True)
        assert "Amara" not in page.content.decode()
    assert User.objects.filter(email="amara.osei@council.example").count() == (1 if why is used else 0)


def test_link_that_ran_out_says_whom_to_ask(client, amara, bristol):
    with time_machine.travel(NOW):
        invitation = send(person=amara, organisation=bristol, email=amara.work_email, by=system(), at=NOW)
    path = link()

    with time_machine.travel(invitation.expires_at - timedelta(seconds=1)):
        before = client.get(path, follow=True)
    with time_machine.travel(invitation.expires_at):
        after = client.get(path, follow=True)

    assert (before.status_code, after.status_code) == (200, 404)
    assert "ask who invited you, or the academy lead of your organisation" in after.content.decode()


def test_link_opened_while_somebody_else_is_signed_in_makes_the_invited_persons_account(client, invitation, helen):
    client.force_login(account_of(helen))
    client.get(link())

    answer = client.post(ACCEPT, {"password": PASSWORD}, follow=True)

    assert answer.wsgi_request.actor.label == "Amara Osei"


def test_tries_are_limited(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"accept_invitation": "3/5m/ip"}

    answers = [client.get(f"{ACCEPT}guess-{number}/").status_code for number in range(4)]

    assert answers == [302, 302, 302, 429]
    assert client.post(ACCEPT, {"password": PASSWORD}).status_code == 429
