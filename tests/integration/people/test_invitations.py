from datetime import timedelta

import pytest
from django.utils import timezone

from academy.engines.notify.models import Mail
from academy.people.models import Invitation
from tests.factories.people import InvitationFactory, account_of, holder_of, staff_of

LIST = "/people/invitations/"


@pytest.fixture
def hr(bristol):
    return holder_of("hr", bristol)


def sent(organisation, **values) -> Invitation:
    """An invitation sent an hour ago, open for thirteen more days."""
    now = timezone.now()
    times = {"sent_at": now - timedelta(hours=1), "expires_at": now + timedelta(days=13)}
    return InvitationFactory(organisation=organisation, **times | values)


def run_out(organisation) -> Invitation:
    now = timezone.now()
    return sent(organisation, sent_at=now - timedelta(days=15), expires_at=now - timedelta(days=1))


def test_list_shows_those_that_wait_or_ran_out_with_their_state(sign_in, hr, bristol):
    waiting, gone = sent(bristol), run_out(bristol)
    ended = [sent(bristol, accepted_at=timezone.now()), sent(bristol, withdrawn_at=timezone.now())]
    client = sign_in(hr)

    page, everything = client.get(LIST), client.get(LIST, {"all": 1})

    assert [(line.invitation, line.state) for line in page.context["lines"]] == [(waiting, "open"), (gone, "expired")]
    assert {line.invitation for line in everything.context["lines"]} == {waiting, gone, *ended}
    assert ("Waiting" in page.content.decode(), "Ran out" in page.content.decode()) == (True, True)


def test_list_does_not_show_invitations_of_elsewhere(sign_in, hr, bexley):
    other = sent(bexley)

    page = sign_in(hr).get(LIST, {"all": 1})

    assert (page.context["lines"], other.email in page.content.decode()) == ([], False)


def test_list_is_refused_to_who_keeps_nobody(sign_in, amara, bristol):
    invitation = sent(bristol)

    page = sign_in(amara).get(LIST)

    assert (page.status_code, invitation.email in page.content.decode()) == (403, False)


def test_person_is_invited_from_her_page(sign_in, hr, amara):
    client = sign_in(hr)
    form = client.get(f"/people/{amara.pk}/invite/")

    answer = client.post(f"/people/{amara.pk}/invite/", {"email": "amara.osei@council.example"}, follow=True)

    assert 'value="amara.osei@council.example"' in form.content.decode()
    assert (answer.redirect_chain, Mail.objects.get().address) == ([(LIST, 302)], "amara.osei@council.example")
    assert "The invitation is on its way." in answer.content.decode()


@pytest.mark.parametrize(
    ("email", "words"),
    [
        ("", "Write an answer to “E-mail address”."),
        ("amara", "Write an e-mail address, for example name@council.example."),
        (
            "taken@council.example",
            "An account with this address exists. Give an address that is this person&#x27;s own.",
        ),
    ],
)
def test_address_that_does_not_do_is_told_at_its_field_and_stays(sign_in, hr, amara, helen, email, words):
    account = account_of(helen)
    account.email = "taken@council.example"
    account.save()

    page = sign_in(hr).post(f"/people/{amara.pk}/invite/", {"email": email})

    text = page.content.decode()
    assert (page.status_code, words in text, 'href="#id_email"' in text) == (422, True, True)
    assert Invitation.objects.count() == 0


def test_second_invitation_is_refused_with_what_to_do(sign_in, hr, amara, bristol):
    sent(bristol, person=amara)

    page = sign_in(hr).post(f"/people/{amara.pk}/invite/", {"email": "amara.osei@council.example"})

    assert page.status_code == 422
    assert "An invitation was sent already. Send that one again, or withdraw it." in page.content.decode()


def test_colleague_may_not_invite(sign_in, amara, helen):
    answers = [sign_in(amara).get(f"/people/{helen.pk}/invite/"), sign_in(amara).post(f"/people/{helen.pk}/invite/")]

    assert ([answer.status_code for answer in answers], Invitation.objects.count()) == ([403, 403], 0)


def test_person_of_elsewhere_is_not_found_to_invite(sign_in, hr, bexley):
    stranger = staff_of(bexley)

    assert sign_in(hr).get(f"/people/{stranger.pk}/invite/").status_code == 404


def test_invitation_is_sent_again(sign_in, hr, bristol):
    invitation = run_out(bristol)

    page = sign_in(hr).post(f"{LIST}{invitation.pk}/resend/", follow=True)

    invitation.refresh_from_db()
    assert (invitation.times_sent, invitation.expires_at > timezone.now()) == (2, True)
    assert f"is on its way to {invitation.person.full_name} again." in page.content.decode()


def test_withdrawn_invitation_is_not_sent_again(sign_in, hr, bristol):
    invitation = sent(bristol, withdrawn_at=timezone.now())

    page = sign_in(hr).post(f"{LIST}{invitation.pk}/resend/", follow=True)

    assert "This invitation was withdrawn. Send a new one instead." in page.content.decode()
    assert Mail.objects.count() == 0


def test_invitation_is_withdrawn_after_one_question(sign_in, hr, bristol):
    invitation = sent(bristol)
    client = sign_in(hr)
    question = client.get(f"{LIST}{invitation.pk}/withdraw/")

    client.post(f"{LIST}{invitation.pk}/withdraw/")

    invitation.refresh_from_db()
    assert f"Withdraw the invitation of {invitation.person.full_name}?" in question.content.decode()
    assert invitation.withdrawn_at is not None


@pytest.mark.parametrize("act", ["resend", "withdraw"])
def test_invitation_of_elsewhere_is_not_found(sign_in, hr, bexley, act):
    invitation = sent(bexley)

    answer = sign_in(hr).post(f"{LIST}{invitation.pk}/{act}/")

    invitation.refresh_from_db()
    assert (answer.status_code, invitation.times_sent, invitation.withdrawn_at) == (404, 1, None)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.usefixtures("no_worklist")
def test_list_takes_the_same_queries_however_many(count, sign_in, hr, bristol, django_assert_num_queries):
    for _ in range(count):
        sent(bristol, invited_by=hr)
    client = sign_in(hr)
    client.get(LIST)

    with django_assert_num_queries(7):
        page = client.get(LIST)

    assert len(page.context["lines"]) == count
