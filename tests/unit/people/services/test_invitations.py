from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.models import Mail
from academy.identity.actor import Actor
from academy.identity.choices import ActorKind
from academy.identity.models import User
from academy.people.models import Invitation
from academy.people.services.invitations import accept, hashed, resend, send, withdraw
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory, UserFactory
from tests.factories.people import NOW, InvitationFactory, as_actor, holder_of, member_of, staff_of

PASSWORD = "three words of sense"


@pytest.fixture
def amara(here):
    return staff_of(here, person=PersonFactory(given_name="Amara", work_email="amara@council.example"))


def invite(person, here, hr, *, email="amara@council.example"):
    return send(person=person, organisation=here, email=email, by=hr, at=NOW)


def refusal(act):
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.field, refused.value.reason


def token_in_mail() -> str:
    text = Mail.objects.latest("pk").text
    return text.split("/people/invitations/accept/")[1].split("/")[0]


def holder_of_the_link(invitation: Invitation) -> Actor:
    return Actor(kind=ActorKind.LINK, on=TODAY, label="Amara", person_id=invitation.person_id)


def open_account(invitation, *, password=PASSWORD, at=NOW) -> User:
    return accept(invitation=invitation, password=password, by=holder_of_the_link(invitation), at=at)


def test_invitation_goes_by_mail_and_keeps_only_the_hash_of_its_token(amara, here, hr, last_act):
    invitation = invite(amara, here, hr)

    token = token_in_mail()
    assert (invitation.token_hash, len(token)) == (hashed(token), 43)
    assert (invitation.invited_by_id, invitation.sent_at, invitation.expires_at - NOW) == (
        hr.person_id,
        NOW,
        timedelta(days=settings.INVITATION_DAYS),
    )
    assert Mail.objects.get().address == "amara@council.example"
    assert last_act()[0:2] == ("people.invitation.send", amara.pk)


def test_mail_says_who_invites_where_and_until_when(amara, here, hr):
    invite(amara, here, hr)

    mail = Mail.objects.get()
    assert mail.subject == "Your invitation to the Bristol Academy"
    assert f"{hr.label} invites you to the portal of the Bristol Academy at Bristol City Council." in mail.text
    assert "The invitation works once, up to 1 December 2026." in mail.text


def test_mail_is_one_act_within_the_invitation(amara, here, hr):
    invite(amara, here, hr)

    acts = list(Event.objects.order_by("-pk").values_list("act", flat=True)[:2])
    assert acts == ["people.invitation.send", "notify.notice.send"]


def test_other_address_becomes_her_work_address(amara, here, hr):
    invitation = invite(amara, here, hr, email=" Amara.Osei@Council.example ")

    amara.refresh_from_db()
    assert (invitation.email, amara.work_email) == ("amara.osei@council.example", "amara.osei@council.example")


def test_member_without_a_post_is_invited(here, hr):
    candidate = member_of(here)

    assert invite(candidate, here, hr, email=candidate.work_email).person == candidate


def test_somebody_with_an_account_is_not_invited(amara, here, hr):
    UserFactory(person=amara)

    assert refusal(lambda: invite(amara, here, hr)) == (
        "person",
        "This person has an account already. She can sign in or ask for a new password.",
    )


def test_somebody_of_elsewhere_is_not_invited(here, hr):
    assert refusal(lambda: invite(PersonFactory(), here, hr))[0] == "person"


def test_somebody_invited_already_is_not_invited_again(amara, here, hr):
    invite(amara, here, hr)

    assert refusal(lambda: invite(amara, here, hr)) == (
        "person",
        "An invitation was sent already. Send that one again, or withdraw it.",
    )
    assert Mail.objects.count() == 1


@pytest.mark.parametrize("make", [lambda: UserFactory(email="taken@council.example"), None], ids=["account", "person"])
def test_address_of_somebody_else_is_refused(amara, here, hr, make):
    make() if make else PersonFactory(work_email="taken@council.example")

    assert refusal(lambda: invite(amara, here, hr, email="Taken@council.example"))[0] == "email"


def test_keeper_of_another_organisation_neither_invites_nor_resends_nor_withdraws(amara, here):
    stranger = as_actor(holder_of("hr", OrganisationFactory()))
    sent = InvitationFactory(organisation=here)
    acts = [
        lambda: invite(amara, here, stranger),
        lambda: resend(invitation=sent, by=stranger, at=NOW),
        lambda: withdraw(invitation=sent, by=stranger, at=NOW),
    ]

    assert [refusal(act)[0] for act in acts] == ["organisation"] * 3
    assert Mail.objects.count() == 0


def test_sending_again_replaces_the_link_and_the_last_day(amara, here, hr, last_act):
    invitation = invite(amara, here, hr)
    first = token_in_mail()
    later = NOW + timedelta(days=20)

    resend(invitation=invitation, by=hr, at=later)

    second = token_in_mail()
    invitation.refresh_from_db()
    assert (second == first, invitation.token_hash, invitation.times_sent) == (False, hashed(second), 2)
    assert (invitation.sent_at, invitation.expires_at) == (later, later + timedelta(days=14))
    assert last_act() == ("people.invitation.resend", amara.pk, ["expires_at"], "expired", "open")


def test_accepted_invitation_is_neither_sent_again_nor_withdrawn(here, hr):
    accepted = InvitationFactory(organisation=here, accepted_at=NOW)

    assert [refusal(lambda act=act: act(invitation=accepted, by=hr, at=NOW))[1] for act in (resend, withdraw)] == [
        "This invitation was accepted already. There is nothing to send again.",
        "This invitation was accepted already and cannot be withdrawn.",
    ]


def test_withdrawn_invitation_makes_room_for_a_new_one(amara, here, hr, last_act):
    invitation = invite(amara, here, hr)

    withdraw(invitation=invitation, by=hr, at=NOW)

    assert last_act() == ("people.invitation.withdraw", amara.pk, ["withdrawn_at"], "open", "withdrawn")
    assert invite(amara, here, hr).pk != invitation.pk


def test_accepting_makes_an_account_with_its_address_verified(amara, here, hr, last_act):
    invitation = invite(amara, here, hr)

    user = open_account(invitation)

    user.refresh_from_db()
    assert (user.email, user.person, user.check_password(PASSWORD)) == ("amara@council.example", amara, True)
    assert list(EmailAddress.objects.values_list("user_id", "email", "verified", "primary")) == [
        (user.pk, "amara@council.example", True, True)
    ]
    assert last_act() == ("people.invitation.accept", amara.pk, ["accepted_at"], "open", "accepted")


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("short", "This password is too short. It must contain at least 12 characters."),
        ("1q2w3e4r5t6y", "This password is too common."),
        ("amara@council.example", "The password is too similar to the email."),
    ],
)
def test_weak_password_is_refused_and_makes_no_account(amara, here, hr, password, reason):
    invitation = invite(amara, here, hr)

    field, said = refusal(lambda: open_account(invitation, password=password))

    invitation.refresh_from_db()
    assert (field, said.rstrip(".") + ".", invitation.accepted_at) == ("password", reason, None)
    assert User.objects.filter(person=amara).exists() is False


def test_invitation_is_accepted_once(amara, here, hr):
    invitation = invite(amara, here, hr)
    open_account(invitation)

    assert refusal(lambda: open_account(invitation)) == (
        None,
        "This invitation cannot be used any more. Ask who invited you to send it again.",
    )
    assert User.objects.filter(person=amara).count() == 1


def test_invitation_is_accepted_up_to_the_moment_it_expires(amara, here, hr):
    invitation = invite(amara, here, hr)
    expiry = invitation.expires_at

    assert refusal(lambda: open_account(invitation, at=expiry))[1].startswith("This invitation cannot be used")
    assert open_account(invitation, at=expiry - timedelta(seconds=1)).person == amara


def test_system_invites_in_the_name_of_the_organisation(amara, here):
    send(
        person=amara,
        organisation=here,
        email=amara.work_email,
        by=Actor.system("demo", on=TODAY),
        at=NOW,
    )

    assert "Bristol City Council invites you" in Mail.objects.get().text
