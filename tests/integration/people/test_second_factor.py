"""A role opens other people's records only to somebody who signs in with a second factor."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from allauth.account.internal.flows import login
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from academy.development.services.sharing import share
from academy.people.choices import RoleCode
from tests.factories.development import framework, kept_by
from tests.factories.identity import TODAY
from tests.factories.people import NOW, DeputyFactory, account_of, as_actor, holder_of, staff_of

SETTING_UP, INVITATIONS = "/people/me/second-step/", "/people/invitations/"
HOW = "Set up the second step"


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def lead(bristol):
    return holder_of(RoleCode.ACADEMY_LEAD, bristol)


def gives(person, kind):
    Authenticator.objects.create(user=account_of(person), type=kind, data={})


def text_of(answer) -> str:
    return re.sub(r'value="[^"]*"|data-owner="[^"]*"', "", " ".join(answer.content.decode().split()))


def sees_record(client, person) -> bool:
    return client.get(f"/people/{person.pk}/").context["sight"].record


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        ([], 403),
        ([Authenticator.Type.RECOVERY_CODES], 403),
        ([Authenticator.Type.TOTP], 200),
        ([Authenticator.Type.WEBAUTHN], 200),
    ],
    ids=["nothing", "recovery codes alone", "authenticator app", "passkey"],
)
def test_role_opens_its_pages_with_a_second_factor_only(sign_in, lead, kinds, status):
    for kind in kinds:
        gives(lead, kind)

    page = sign_in(lead).get(INVITATIONS)

    assert (page.status_code, HOW in page.content.decode()) == (status, status == 403)


@pytest.mark.parametrize("role", RoleCode.values)
def test_every_role_is_put_aside_without_a_second_factor(sign_in, bristol, role):
    page = sign_in(holder_of(role, bristol)).get("/people/me/account/")

    assert (page.wsgi_request.actor.roles, page.wsgi_request.actor.lacks_second_factor) == ((), True)


def test_where_it_is_not_asked_for_the_role_is_open(sign_in, lead, settings):
    settings.SECOND_FACTOR_REQUIRED = False

    page = sign_in(lead).get(INVITATIONS)

    assert (page.status_code, HOW in page.content.decode()) == (200, False)


def test_who_holds_no_role_is_asked_nothing(sign_in, amara):
    page = sign_in(amara).get("/people/")

    assert (page.status_code, HOW in page.content.decode()) == (200, False)


@pytest.mark.parametrize("path", ["/", "/cpd/", "/people/me/", "/people/me/account/", "/people/me/reads/", "/people/"])
def test_what_is_her_own_stays_open_and_says_what_is_missing(sign_in, lead, path):
    page = sign_in(lead).get(path)

    assert (page.status_code, HOW in page.content.decode()) == (200, True)


def test_line_manager_sees_a_colleague_but_no_record_of_her_until_then(sign_in, helen, amara):
    client = sign_in(helen)
    before = sees_record(client, amara)
    gives(helen, Authenticator.Type.TOTP)

    assert (before, sees_record(client, amara)) == (False, True)


def test_deputy_of_a_line_manager_needs_one_too(sign_in, bristol, helen, amara):
    deputy = staff_of(bristol)
    DeputyFactory(person=helen, deputy=deputy, organisation=bristol)
    client = sign_in(deputy)
    before = sees_record(client, amara)
    gives(deputy, Authenticator.Type.WEBAUTHN)

    assert (before, sees_record(client, amara)) == (False, True)


def test_deputy_of_who_holds_a_role_needs_one_too(sign_in, bristol, lead):
    deputy = staff_of(bristol)
    DeputyFactory(person=lead, deputy=deputy, organisation=bristol)
    client = sign_in(deputy)
    before = client.get("/approvals/")
    gives(deputy, Authenticator.Type.WEBAUTHN)

    assert (before.status_code, before.wsgi_request.actor.stands_in, HOW in text_of(before)) == (403, (), True)
    assert client.get("/approvals/").status_code == 200


@pytest.mark.parametrize(
    ("from_on", "until_on", "lacks"),
    [
        (TODAY, None, True),
        (TODAY + timedelta(days=1), None, False),
        (date(2026, 1, 1), TODAY, True),
        (date(2026, 1, 1), TODAY - timedelta(days=1), False),
    ],
    ids=["begins today", "begins tomorrow", "ends today", "ended yesterday"],
)
def test_role_asks_for_one_from_its_first_day_to_its_last(sign_in, bristol, amara, from_on, until_on, lacks):
    holder_of(RoleCode.HR, bristol, person=amara, from_on=from_on, until_on=until_on)

    assert sign_in(amara).get("/people/me/account/").wsgi_request.actor.lacks_second_factor is lacks


def test_what_was_shared_with_a_manager_is_closed_until_then_and_open_to_a_colleague(client, bristol, helen, amara):
    framework()
    entry = kept_by(amara)
    peer = staff_of(bristol)
    for person in (helen, peer):
        share(entry=entry, person=person, note="", by=as_actor(amara), at=NOW)

    answers = []
    for person in (helen, peer):
        client.force_login(account_of(person))
        answers.append(client.get(f"/cpd/{entry.pk}/").status_code)
    gives(helen, Authenticator.Type.TOTP)
    client.force_login(account_of(helen))

    assert (answers, client.get(f"/cpd/{entry.pk}/").status_code) == ([403, 200], 200)


def test_page_that_exists_and_page_that_does_not_get_the_same_answer(sign_in, lead, bexley):
    elsewhere = staff_of(bexley)
    client = sign_in(lead)

    there, nowhere = client.get(f"/people/{elsewhere.pk}/"), client.get("/people/999999/")

    assert (there.status_code, text_of(there)) == (nowhere.status_code, text_of(nowhere))


def test_form_sent_straight_to_its_address_changes_nothing(sign_in, lead, amara):
    answer = sign_in(lead).post(f"/people/{amara.pk}/invite/", {"email": "amara.osei@council.example"})

    assert (answer.status_code, amara.invitations.count()) == (403, 0)


def test_signing_in_leads_to_setting_one_up(client, lead):
    user = account_of(lead)
    user.set_password("three words of sense")
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)

    answer = client.post("/accounts/login/?next=/people/", {"login": user.email, "password": "three words of sense"})
    page = client.get(answer.url)

    assert answer.url == SETTING_UP
    for path in ("/accounts/2fa/webauthn/add/", "/accounts/2fa/totp/activate/", "/accounts/logout/"):
        assert f'href="{path}"' in page.content.decode()


def test_page_about_it_says_when_nothing_is_missing(sign_in, lead):
    gives(lead, Authenticator.Type.TOTP)

    assert "Nothing is missing." in text_of(sign_in(lead).get(SETTING_UP))


@pytest.mark.parametrize(("trusts", "lacks"), [(True, False), (False, True)])
def test_the_councils_sign_in_counts_only_where_its_second_factor_is_trusted(sign_in, lead, settings, trusts, lacks):
    settings.OIDC_TRUSTS_FACTOR = trusts
    client = sign_in(lead)
    session = client.session
    session[login.AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "socialaccount", "provider": "council"}]
    session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(account_of(lead).pk)
    session.save()

    assert client.get("/people/me/account/").wsgi_request.actor.lacks_second_factor is lacks


def test_password_does_not_count_as_the_councils_sign_in(sign_in, lead, settings):
    settings.OIDC_TRUSTS_FACTOR = True

    assert sign_in(lead).get("/people/me/account/").wsgi_request.actor.lacks_second_factor is True
