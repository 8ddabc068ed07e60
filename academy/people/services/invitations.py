"""Inviting somebody to make an account, by a link that works once and whose token is stored hashed only."""

import hashlib
import secrets
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person, User
from academy.people.choices import InvitationState
from academy.people.models import Invitation
from academy.people.notices.records import INVITATION, InvitationContext
from academy.people.rules import invitations as rules
from academy.people.rules.roles import keeps
from academy.people.rules.spans import in_words
from academy.people.selectors.belonging import belongings_ever
from academy.people.selectors.invitations import facts_of
from academy.people.services.judging import lock_person, require

BYTES_IN_TOKEN = 32


def hashed(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


@command("people.invitation.send")
def send(*, person: Person, organisation: Organisation, email: str, by: Actor, at: datetime) -> Invitation:
    """Invite a person the academy knows. The mail goes to the address given, which becomes her work address.

    Refuses somebody with an account, without a place in the organisation, or invited already; an address that is
    another person's or another account's; and an actor who does not keep the organisation.
    """
    require(keeps(by, organisation.pk))
    lock_person(person.pk)
    person.refresh_from_db()
    address = email.strip().lower()
    require(
        rules.can_invite(
            has_account=User.objects.filter(person=person).exists(),
            belongs=any(place.organisation_id == organisation.pk for place in belongings_ever(person.pk)),
            has_unended=person.invitations.filter(accepted_at=None, withdrawn_at=None).exists(),
            email_is_taken=_is_taken(address, person),
        )
    )
    if person.work_email != address:
        person.work_email = address
        person.save(update_fields=["work_email"])
    token = secrets.token_urlsafe(BYTES_IN_TOKEN)
    invitation = Invitation.objects.create(
        person=person,
        organisation=organisation,
        email=address,
        token_hash=hashed(token),
        invited_by_id=by.person_id,
        sent_at=at,
        expires_at=_expiry(at),
    )
    _mail(invitation, token, by=by, at=at)
    record(invitation, moved=("", InvitationState.OPEN), about=person.pk, organisation=organisation.pk)
    return invitation


@command("people.invitation.resend")
def resend(*, invitation: Invitation, by: Actor, at: datetime) -> Invitation:
    """Send it again with a new link and a new last day; the link before works no more. Refuses one that was accepted or
    withdrawn, and an actor who does not keep the organisation."""
    require(keeps(by, invitation.organisation_id))
    state = _locked_state(invitation, at)
    require(rules.can_resend(state))
    token = secrets.token_urlsafe(BYTES_IN_TOKEN)
    invitation.token_hash = hashed(token)
    invitation.sent_at = at
    invitation.expires_at = _expiry(at)
    invitation.times_sent += 1
    invitation.save(update_fields=["token_hash", "sent_at", "expires_at", "times_sent"])
    _mail(invitation, token, by=by, at=at)
    record(
        invitation,
        moved=(state, InvitationState.OPEN),
        changed=("expires_at",),
        about=invitation.person_id,
        organisation=invitation.organisation_id,
    )
    return invitation


@command("people.invitation.withdraw")
def withdraw(*, invitation: Invitation, by: Actor, at: datetime) -> Invitation:
    """Take it back: its link works no more. Refuses one that was accepted or withdrawn, and an actor who does not keep
    the organisation."""
    require(keeps(by, invitation.organisation_id))
    state = _locked_state(invitation, at)
    require(rules.can_withdraw(state))
    invitation.withdrawn_at = at
    invitation.save(update_fields=["withdrawn_at"])
    record(
        invitation,
        moved=(state, InvitationState.WITHDRAWN),
        changed=("withdrawn_at",),
        about=invitation.person_id,
        organisation=invitation.organisation_id,
    )
    return invitation


@command("people.invitation.accept")
def accept(*, invitation: Invitation, password: str, by: Actor, at: datetime) -> User:
    """Make the account of the person invited, with her address verified: the link reached her there.

    Refuses an invitation that is not open, somebody who has an account, and a password the validators refuse.
    """
    state = _locked_state(invitation, at)
    person = invitation.person
    require(
        rules.can_accept(
            state,
            has_account=User.objects.filter(person=person).exists(),
            email_is_taken=User.objects.filter(email=invitation.email).exists(),
        )
    )
    _judge_password(password, invitation)
    user = User.objects.create_user(invitation.email, password, person=person)
    EmailAddress.objects.create(user=user, email=invitation.email, verified=True, primary=True)
    invitation.accepted_at = at
    invitation.save(update_fields=["accepted_at"])
    record(
        invitation,
        moved=(state, InvitationState.ACCEPTED),
        changed=("accepted_at",),
        about=person.pk,
        organisation=invitation.organisation_id,
    )
    return user


def _locked_state(invitation: Invitation, at: datetime) -> InvitationState:
    lock_person(invitation.person_id)
    invitation.refresh_from_db()
    return rules.state_at(facts_of(invitation), at)


def _expiry(at: datetime) -> datetime:
    return at + timedelta(days=settings.INVITATION_DAYS)


def _is_taken(address: str, person: Person) -> bool:
    others = Person.objects.filter(work_email=address).exclude(pk=person.pk)
    return User.objects.filter(email=address).exists() or others.exists()


def _judge_password(password: str, invitation: Invitation) -> None:
    try:
        validate_password(password, User(email=invitation.email, person=invitation.person))
    except ValidationError as wrong:
        raise Refused(" ".join(wrong.messages), field="password") from wrong


def _mail(invitation: Invitation, token: str, *, by: Actor, at: datetime) -> None:
    organisation = invitation.organisation
    context = InvitationContext(
        url=reverse("people:open_invitation", args=[token]),
        invited_by=by.label if by.person_id else organisation.name,
        academy=organisation.academy_name or "academy",
        organisation=organisation.name,
        last_day=in_words(timezone.localdate(invitation.expires_at)),
    )
    notices.send(kind=INVITATION, to=invitation.person, context=context, by=by, at=at)
