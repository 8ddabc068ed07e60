"""Sign-in by the council's identity provider, against a provider that runs on this machine."""

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from csp.constants import SELF
from django.core import mail

from academy.config.settings.security import form_targets
from academy.identity.models import User
from academy.people.sign_in.provider import is_verified
from tests.factories.people import account_of, holder_of
from tests.integration.people.identity_provider import CLIENT, SECRET, Provider, running_provider

LOGIN, START, BACK = "/accounts/login/", "/accounts/oidc/council/login/", "/accounts/oidc/council/login/callback/"
EMAIL = "amara.osei@council.example"
NO_ANSWER = "The council’s sign-in does not answer. Try again in a few minutes, or sign in with your password."
DISCOVERY = "/.well-known/openid-configuration"


def configure(settings, address: str) -> None:
    settings.OIDC_ISSUER = address
    known = {"provider_id": "council", "name": "Bristol’s sign-in", "client_id": CLIENT, "secret": SECRET}
    app = {**known, "settings": {"server_url": address, "uid_field": "sub"}}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


@pytest.fixture
def provider(settings, db):
    with running_provider() as running:
        configure(settings, running.address)
        running.claims = {"sub": "person-1", "email": EMAIL, "email_verified": True}
        yield running


@pytest.fixture
def account(amara):
    user = User.objects.create_user(EMAIL, "three words of sense", person=amara)
    EmailAddress.objects.create(user=user, email=EMAIL, verified=True, primary=True)
    return user


def go_through(client, provider: Provider, **changed: str):
    """The whole way: the button, the provider's own page, and back."""
    there = client.post(f"{START}?process=login&next=/people/me/")
    return client.get(BACK, {**provider.authorize(there.url), **changed})


def signed_in(client) -> int | None:
    found = client.session.get("_auth_user_id")
    return int(found) if found else None


def test_button_stands_on_the_page_only_where_a_provider_is_set_up(client, db, settings):
    before = client.get(LOGIN).content.decode()
    configure(settings, "https://login.council.example")

    assert (START in before, START in client.get(LOGIN).content.decode()) == (False, True)


def test_known_person_comes_in_by_her_address_and_stays_known_by_her_id(client, provider, account):
    first = go_through(client, provider)
    client.logout()
    provider.claims["email"] = "amara.married@council.example"
    go_through(client, provider)

    assert (first.url, signed_in(client)) == ("/people/me/", account.pk)
    assert list(SocialAccount.objects.values_list("user", "uid", "extra_data")) == [(account.pk, "person-1", {})]
    assert [message.subject for message in mail.outbox] == ["The council’s sign-in opens your account"]
    assert (provider.asked["code_challenge_method"], provider.asked["response_type"]) == ("S256", "code")


def test_person_nobody_invited_is_told_whom_to_ask_and_gets_no_account(client, provider, account):
    provider.claims = {"sub": "person-2", "email": "stranger@council.example", "email_verified": True}

    page = go_through(client, provider)

    assert "Ask your academy lead or co-ordinator to invite you." in page.content.decode()
    assert (signed_in(client), User.objects.count(), SocialAccount.objects.count()) == (None, 1, 0)


@pytest.mark.parametrize(
    ("domains", "email", "said", "counts"),
    [
        ((), EMAIL, True, True),
        ((), EMAIL, None, False),
        ((), EMAIL, False, False),
        ((), EMAIL, "false", False),
        (("council.example",), EMAIL, None, True),
        (("council.example",), EMAIL.upper(), True, True),
        (("council.example",), EMAIL, False, False),
        (("council.example",), "amara@evil.council.example", True, False),
        (("council.example",), "amara@council.example.example", True, False),
        (("council.example",), "amara", True, False),
    ],
)
def test_address_counts_as_the_persons_own(settings, domains, email, said, counts):
    settings.OIDC_VERIFIED_DOMAINS = domains

    assert is_verified(email, said=said) is counts


def test_address_that_is_not_verified_opens_nobodys_account(client, provider, account):
    provider.claims["email_verified"] = False

    go_through(client, provider)

    assert (signed_in(client), SocialAccount.objects.count()) == (None, 0)


def test_answer_put_together_from_two_people_is_refused(client, provider, account):
    provider.claims = {"sub": "person-2", "email": "stranger@council.example", "email_verified": True}
    provider.userinfo = {"sub": "person-1", "email": EMAIL, "email_verified": True}

    page = go_through(client, provider)

    assert "does not belong to your question" in page.content.decode()
    assert signed_in(client) is None


def test_question_carries_a_new_nonce_each_time(client, provider):
    asked = []
    for _ in range(2):
        provider.authorize(client.post(f"{START}?process=login&auth_params=nonce%3Dchosen").url)
        asked.append(provider.asked["nonce"])

    assert [len(nonce) for nonce in asked] == [43, 43]
    assert len(set(asked)) == 2


@pytest.mark.parametrize(
    "broken",
    [{"nonce": "of another browser"}, {"nonce": None}, {"iss": "https://elsewhere.example"}, {"aud": "another portal"}],
    ids=["nonce of another", "no nonce", "issuer", "audience"],
)
def test_signed_answer_to_another_question_opens_nothing(client, provider, account, broken):
    provider.broken_token = broken

    page = go_through(client, provider)

    assert (page.status_code, "does not belong to your question" in page.content.decode()) == (401, True)
    assert (signed_in(client), SocialAccount.objects.count()) == (None, 0)


def test_answer_signed_by_somebody_else_opens_nothing(client, provider, account):
    provider.signing = {"key": rsa.generate_private_key(65537, 2048)}

    page = go_through(client, provider)

    assert (page.status_code, signed_in(client)) == (401, None)


def test_address_of_another_provider_is_not_there(client, provider):
    assert client.get(BACK.replace("council", "elsewhere")).status_code == 404


def test_closed_account_stays_closed(client, provider, account):
    User.objects.filter(pk=account.pk).update(is_active=False)

    page = go_through(client, provider)

    assert (signed_in(client), page.status_code) == (None, 302)
    assert "This account is closed" in client.get(page.url).content.decode()


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (DISCOVERY, (500, "{}")),
        (DISCOVERY, (200, "<html>Maintenance</html>")),
        (DISCOVERY, (200, "[]")),
        (DISCOVERY, (200, "{}")),
        (DISCOVERY, (404, "{}")),
        (DISCOVERY, (200, '{"issuer": "https://elsewhere.example"}')),
    ],
)
def test_broken_discovery_is_a_sentence(client, provider, path, answer):
    provider.broken = {path: answer}

    page = client.post(START)

    assert (page.status_code, NO_ANSWER in page.content.decode()) == (503, True)


@pytest.mark.parametrize("path", ["/token", "/userinfo", "/jwks"])
@pytest.mark.parametrize("answer", [(500, "{}"), (200, "nonsense")])
def test_provider_that_fails_on_the_way_back_is_a_sentence(client, provider, account, path, answer):
    provider.broken = {path: answer}

    page = go_through(client, provider)

    assert (page.status_code, NO_ANSWER in page.content.decode(), signed_in(client)) == (503, True, None)


def test_provider_that_is_not_there_is_a_sentence(client, db, settings):
    configure(settings, "http://localhost:9")

    page = client.post(START)

    assert (page.status_code, NO_ANSWER in page.content.decode()) == (503, True)


@pytest.mark.parametrize(
    "changed", [{"state": "of somebody else"}, {"state": ""}, {"code": "guessed"}], ids=["state", "no state", "code"]
)
def test_answer_to_another_question_is_a_sentence(client, provider, account, changed):
    page = go_through(client, provider, **changed)

    assert (page.status_code, "does not belong to your question" in page.content.decode()) == (401, True)
    assert signed_in(client) is None


def test_answer_without_the_browser_that_asked_is_refused(client, provider, account):
    there = client.post(f"{START}?process=login")
    answer = provider.authorize(there.url)
    client.cookies.clear()

    page = client.get(BACK, answer)

    assert (page.status_code, signed_in(client)) == (401, None)


def test_who_stops_at_the_provider_is_back_where_she_began(client, provider, account):
    there = client.post(f"{START}?process=login")
    state = provider.authorize(there.url)["state"]

    page = client.get(BACK, {"error": "access_denied", "state": state}, follow=True)

    assert "You stopped at the council’s sign-in." in page.content.decode()


def test_somebody_signed_in_cannot_tie_another_persons_council_account_to_hers(client, provider, account, helen):
    client.force_login(account_of(helen))
    there = client.post(f"{START}?process=connect")

    page = client.get(BACK, provider.authorize(there.url))

    assert (page.status_code, SocialAccount.objects.count()) == (401, 0)


@pytest.mark.parametrize(("trusts", "roles"), [(True, 1), (False, 0)])
def test_trusted_provider_stands_for_the_second_factor(client, provider, account, bristol, settings, trusts, roles):
    settings.SECOND_FACTOR_REQUIRED, settings.OIDC_TRUSTS_FACTOR = True, trusts
    holder_of("hr", bristol, person=account.person)
    go_through(client, provider)

    assert len(client.get("/people/me/account/").wsgi_request.actor.roles) == roles


def test_page_of_ways_in_lists_it_and_takes_it_away(client, provider, account):
    go_through(client, provider)
    page = client.get("/accounts/3rdparty/")
    [known] = SocialAccount.objects.all()

    client.post("/accounts/3rdparty/", {"account": known.pk})

    assert "Stop this way in" in page.content.decode()
    assert SocialAccount.objects.count() == 0


@pytest.mark.parametrize(
    ("issuer", "targets"),
    [("", [SELF]), ("https://login.council.example/tenant/v2.0", [SELF, "https://login.council.example"])],
)
def test_forms_may_lead_to_the_provider_only_where_there_is_one(issuer, targets):
    assert form_targets(issuer) == targets
