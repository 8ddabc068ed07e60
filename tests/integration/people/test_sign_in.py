"""Signing in, by django-allauth as it is set up here: nobody signs herself up, nobody learns who has an account."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail

from academy.identity.models import User

LOGIN, RESET, TOTP_ON = "/accounts/login/", "/accounts/password/reset/", "/accounts/2fa/totp/activate/"
EMAIL, PASSWORD, NEW_PASSWORD = "amara.osei@council.example", "three words of sense", "four other quiet words"


@pytest.fixture
def account(amara):
    user = User.objects.create_user(EMAIL, PASSWORD, person=amara)
    EmailAddress.objects.create(user=user, email=EMAIL, verified=True, primary=True)
    return user


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def text_of(answer) -> str:
    return re.sub(r'value="[^"]*"', "", " ".join(answer.content.decode().split()))


def test_nobody_signs_herself_up(client, db):
    page = client.get("/accounts/signup/")
    sent = client.post("/accounts/signup/", {"email": EMAIL, "password1": PASSWORD, "password2": PASSWORD})

    assert ("Accounts come by invitation" in text_of(page), "Accounts come by invitation" in text_of(sent)) == (
        True,
        True,
    )
    assert User.objects.count() == 0


def test_right_password_signs_in_whatever_the_case_of_the_address(client, account):
    client.post(LOGIN, {"login": EMAIL.title(), "password": PASSWORD})

    assert is_signed_in(client) is True


def test_wrong_password_and_unknown_address_get_the_same_answer(client, account):
    wrong = client.post(LOGIN, {"login": EMAIL, "password": "not the password"})
    unknown = client.post(LOGIN, {"login": "nobody@council.example", "password": "not the password"})

    assert (wrong.status_code, text_of(wrong)) == (unknown.status_code, text_of(unknown))
    assert is_signed_in(client) is False


def test_wrong_passwords_are_limited_even_for_the_right_one_after_them(client, account, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "2/5m/key"}
    for _ in range(2):
        client.post(LOGIN, {"login": EMAIL, "password": "not the password"})

    client.post(LOGIN, {"login": EMAIL, "password": PASSWORD})

    assert is_signed_in(client) is False


def test_reset_of_known_and_unknown_address_get_the_same_answer(client, account):
    known = client.post(RESET, {"email": EMAIL}, follow=True)
    unknown = client.post(RESET, {"email": "nobody@council.example"}, follow=True)

    assert (known.redirect_chain, text_of(known)) == (unknown.redirect_chain, text_of(unknown))
    assert [message.to for message in mail.outbox] == [[EMAIL], ["nobody@council.example"]]


def test_password_is_reset_by_the_link_in_the_mail_once(client, account, settings):
    client.post(RESET, {"email": EMAIL})
    [message] = mail.outbox
    path = re.search(r"https?://[^/]+(/accounts/password/reset/key/\S+)", message.body)[1]
    form = client.get(path, follow=True).redirect_chain[-1][0]

    client.post(form, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})

    account.refresh_from_db()
    assert message.from_email == settings.DEFAULT_FROM_EMAIL
    assert account.check_password(NEW_PASSWORD) is True
    assert client.get(path, follow=True).context["token_fail"] is True


def test_signing_out_ends_the_session(client, account):
    client.force_login(account)

    client.post("/accounts/logout/")

    assert (is_signed_in(client), client.get("/people/me/").status_code) == (False, 302)


def code_for(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def test_second_step_is_turned_on_and_asked_for(client, account):
    client.post(LOGIN, {"login": EMAIL, "password": PASSWORD})
    step_up = client.get(TOTP_ON)
    page = client.post(step_up.url, {"password": PASSWORD}, follow=True)
    secret = page.context["form"].secret

    client.post(TOTP_ON, {"code": code_for(secret)})
    client.logout()
    asked = client.post(LOGIN, {"login": EMAIL, "password": PASSWORD})

    assert Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists() is True
    assert (step_up.url.split("?")[0], page.redirect_chain) == ("/accounts/reauthenticate/", [(TOTP_ON, 302)])
    assert (asked.url, is_signed_in(client)) == ("/accounts/2fa/authenticate/", False)


def test_second_step_lets_in_with_the_code_and_not_with_another(client, account):
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(account, secret)
    client.post(LOGIN, {"login": EMAIL, "password": PASSWORD})

    right = code_for(secret)
    client.post("/accounts/2fa/authenticate/", {"code": f"{(int(right) + 1) % 1_000_000:06}"})
    refused = is_signed_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": right})

    assert (refused, is_signed_in(client)) == (False, True)


def test_account_page_says_the_second_step_is_on(client, account):
    TOTP.activate(account, "JBSWY3DPEHPK3PXP")
    client.force_login(account)

    assert "On. A code from your authenticator app is asked for." in text_of(client.get("/people/me/account/"))


def test_too_many_wrong_passwords_say_when_to_try_again(client, account, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "1/5m/key"}
    client.post(LOGIN, {"login": EMAIL, "password": "not the password"})

    refused = client.post(LOGIN, {"login": EMAIL, "password": "not the password"})

    assert refused.context["form"].non_field_errors() == [
        "These were too many tries. Wait five minutes, then try again."
    ]


def test_wrong_code_says_which_to_write(client, account):
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(account, secret)
    client.post(LOGIN, {"login": EMAIL, "password": PASSWORD})

    refused = client.post("/accounts/2fa/authenticate/", {"code": "none"})

    assert refused.context["form"].errors["code"] == [
        "That code is not right, or it has run out. Write the one your app shows now."
    ]


def test_wrong_password_before_a_change_says_what_to_do(client, account):
    client.force_login(account)

    refused = client.post(
        "/accounts/password/change/",
        {"oldpassword": "not the password", "password1": NEW_PASSWORD, "password2": NEW_PASSWORD},
    )

    assert refused.context["form"].errors["oldpassword"] == [
        "That is not your present password. Write it again, or ask for a new one."
    ]
