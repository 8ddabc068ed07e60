import pytest
from allauth.mfa.models import Authenticator

from academy.engines.access.middleware import SESSION_KEY
from tests.factories.identity import UserFactory
from tests.factories.people import account_of, holder_of, member_of, staff_of

ACCOUNT, SWITCH, KEEP = "/people/me/account/", "/people/organisation/", "/session/keep-alive/"


def test_account_page_leads_to_address_password_and_second_step(sign_in, amara):
    page = sign_in(amara).get(ACCOUNT)

    text = page.content.decode()
    assert account_of(amara).email in text
    for url in ("/accounts/email/", "/accounts/password/change/", "/accounts/2fa/", "/accounts/logout/"):
        assert f'href="{url}"' in text
    assert "Turn on two-step sign-in" in text
    assert "Where are you acting now?" not in text


def test_header_leads_to_the_account(sign_in, amara):
    assert f'<a href="{ACCOUNT}" class="app-header__me">Amara Osei' in sign_in(amara).get("/people/").content.decode()


def test_visitor_is_asked_to_sign_in(client):
    assert client.get(ACCOUNT).url == f"/accounts/login/?next={ACCOUNT}"


def test_account_without_a_person_has_a_page_without_a_record(client, db):
    client.force_login(UserFactory(person=None, email="nobody@council.example"))

    text = client.get(ACCOUNT).content.decode()

    assert ("nobody@council.example" in text, 'href="/people/me/"' in text) == (True, False)


def test_person_of_two_organisations_acts_in_the_one_she_chooses(sign_in, amara, bexley):
    staff_of(bexley, person=amara)
    client = sign_in(amara)
    before = client.get(ACCOUNT)

    answer = client.post(SWITCH, {"organisation": bexley.pk}, follow=True)

    assert (before.wsgi_request.organisation.slug, answer.wsgi_request.organisation.slug) == ("bristol", "bexley")
    assert "You are acting in London Borough of Bexley now." in answer.content.decode()
    assert f'value="{bexley.pk}" checked' in " ".join(answer.content.decode().split())


@pytest.mark.parametrize("asked", ["elsewhere", "0", "999999", "", "x", "1 OR 1=1"])
def test_organisation_she_does_not_reach_is_not_found_and_changes_nothing(sign_in, amara, bexley, asked):
    client = sign_in(amara)

    answer = client.post(SWITCH, {"organisation": bexley.pk if asked == "elsewhere" else asked})

    assert (answer.status_code, SESSION_KEY in client.session) == (404, False)


def test_choice_ends_when_she_no_longer_belongs_there(sign_in, amara, bexley):
    staff_of(bexley, person=amara)
    client = sign_in(amara)
    client.post(SWITCH, {"organisation": bexley.pk})
    amara.posts.get(organisation=bexley).terms.all().delete()
    amara.posts.get(organisation=bexley).delete()

    assert client.get(ACCOUNT).wsgi_request.organisation.slug == "bristol"


def test_choosing_is_a_post(sign_in, amara):
    assert sign_in(amara).get(SWITCH).status_code == 405


def test_keeping_the_session_alive_says_how_long_it_lasts(sign_in, amara, settings):
    answer = sign_in(amara).post(KEEP)

    assert (answer.status_code, answer.json()) == (200, {"ends_in": settings.SESSION_COOKIE_AGE})
    assert "sessionid" in answer.cookies


def test_keeping_alive_after_the_session_ended_says_so_to_a_script(client, db):
    answer = client.post(KEEP)

    assert (answer.status_code, answer.content) == (401, b"")


def test_keeping_alive_is_a_post(sign_in, amara):
    assert sign_in(amara).get(KEEP).status_code == 405


@pytest.mark.parametrize(
    ("who", "is_shown"),
    [
        (staff_of, True),
        (member_of, False),
        (lambda here: holder_of("auditor", here, person=member_of(here)), True),
    ],
    ids=["staff", "candidate", "auditor without a post"],
)
def test_people_stand_in_the_menu_of_who_has_a_directory(sign_in, bristol, who, is_shown):
    page = sign_in(who(bristol)).get(ACCOUNT)

    assert ("/people/" in [place.url for place in page.context["menu"]]) is is_shown


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ((), "Off."),
        (("totp", "recovery_codes"), "On. A code from your authenticator app is asked for."),
        (("webauthn",), "On. A passkey is asked for."),
        (("totp", "webauthn"), "On. A passkey or a code from your authenticator app is asked for."),
    ],
)
def test_account_page_says_what_the_second_step_asks_for(sign_in, amara, kinds, said):
    client = sign_in(amara)
    for kind in kinds:
        Authenticator.objects.create(user=account_of(amara), type=kind, data={})
    assert f"<dd>{said}<br>" in client.get(ACCOUNT).content.decode()
