"""The first keeper of an organisation: named by whoever added it, until somebody of its own has signed in."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse

from academy.engines.audit.commands import Refused, command, record
from academy.engines.notify.services import notices
from academy.identity.actor import Actor, HeldRole
from academy.identity.models import Organisation, Person, User
from academy.people.choices import RESERVED_ROLE_GIVERS, MembershipKind, RoleCode
from academy.people.models import Invitation, RoleHolding
from academy.people.notices.records import KEEPER_NAMED, KeeperContext
from academy.people.rules import organisations as rules
from academy.people.selectors.keeping import kept_people
from academy.people.selectors.organisations import is_led, waiting_keepers
from academy.people.services import invitations, leaving, memberships, people, roles
from academy.people.services.judging import lock_organisation, require
from academy.people.services.people import PersonDetails
from academy.people.services.roles import RoleDetails


@dataclass(frozen=True)
class KeeperDetails:
    """Who shall keep an organisation first, and whether as its academy lead or its administrator."""

    person: PersonDetails
    role: str


@command("people.keeper.name")
def name(*, organisation: Organisation, details: KeeperDetails, by: Actor, at: datetime) -> Person:
    """Let somebody keep an organisation that has nobody yet: she belongs there as a new starter, holds the role for the
    whole of it and is invited. Named again at the same address she is sent her invitation again; whoever was named
    before and has not signed in keeps nothing of it.

    Somebody the actor keeps where she acts, given with her work address, takes no second record. Refuses another role
    than academy lead and administrator, a missing address, an address that is somebody else's, oneself, an organisation
    that has a keeper, and an actor who does not lead the organisation that added it.
    """
    lock_organisation(organisation.pk)
    organisation.refresh_from_db()
    led = is_led(organisation.pk, by.on)
    require(
        rules.can_name_keeper(by, opened_by_id=organisation.opened_by_id, is_led=led),
        rules.can_change(ends_on=organisation.ends_on, on=by.on),
    )
    address = details.person.work_email.strip().lower()
    if details.role not in RESERVED_ROLE_GIVERS or not address:
        raise Refused("Give an e-mail address, and choose academy lead or administrator.", field="work_email")
    waiting = [holding.person for holding in _waiting(organisation)]
    person = _known(details.person, organisation, waiting, by=by) or people.add(details=details.person, by=by, at=at)
    within = _keeping(by, organisation)
    for other in waiting:
        if other != person:
            _take_back(other, organisation, by=within, at=at)
    _give(person, organisation, details.role, by=within, at=at)
    _invite(person, organisation, address, role=details.role, by=within, at=at)
    record(organisation, moved=("", "keeper named"), about=person.pk, organisation=organisation.pk)
    return person


def _keeping(by: Actor, organisation: Organisation) -> Actor:
    """The same actor, who within this act keeps the organisation she answers for; both acts and audit stay hers."""
    return replace(by, roles=(*by.roles, HeldRole(RoleCode.ADMINISTRATOR, organisation.pk)))


def _waiting(organisation: Organisation) -> list[RoleHolding]:
    return list(waiting_keepers().filter(organisation=organisation).select_related("person"))


def _known(details: PersonDetails, organisation: Organisation, waiting: list[Person], *, by: Actor) -> Person | None:
    """Whoever is meant and has a record already: she who waits, by address or by name; somebody who was named before;
    or one whom the actor keeps."""
    address = details.work_email.strip().lower()
    called = (details.given_name.strip().lower(), details.family_name.strip().lower())
    for person in waiting:
        if person.work_email == address or (person.given_name.lower(), person.family_name.lower()) == called:
            return person
    before = Person.objects.filter(memberships__organisation=organisation, user=None, work_email=address).first()
    return before or kept_people(by).filter(work_email=address, family_name__iexact=called[1]).first()


def _give(person: Person, organisation: Organisation, role: str, *, by: Actor, at: datetime) -> None:
    """A place in the organisation and the role, whichever of the two she has not."""
    if not person.memberships.unended().filter(organisation=organisation).exists():
        kind = MembershipKind.PARTNER if person.posts.unended().exists() else MembershipKind.STARTER
        memberships.begin(person=person, organisation=organisation, kind=kind, from_on=by.on, by=by, at=at)
    held = person.role_holdings.unended().filter(organisation=organisation, service=None, role=role)
    if not held.exists():
        wanted = RoleDetails(role=role, organisation=organisation)
        roles.give(person=person, details=wanted, from_on=by.on, by=by, at=at)


def _tell(person: Person, organisation: Organisation, role: str, *, by: Actor, at: datetime) -> None:
    context = KeeperContext(
        url=reverse("settings:organisations"),
        named_by=by.label,
        organisation=organisation.name,
        role=RoleCode(role).label.lower(),
    )
    notices.send(kind=KEEPER_NAMED, to=person, context=context, by=by, at=at)


def _invite(person: Person, organisation: Organisation, address: str, *, role: str, by: Actor, at: datetime) -> None:
    """Invite her, or send again what waits at the same address. Who has an account is told instead, and an invitation
    of another organisation opens the same account."""
    if User.objects.filter(person=person).exists():
        _tell(person, organisation, role, by=by, at=at)
        return
    waiting = person.invitations.filter(accepted_at=None, withdrawn_at=None).first()
    if waiting is None:
        invitations.send(person=person, organisation=organisation, email=address, by=by, at=at)
    elif waiting.organisation_id == organisation.pk and waiting.email == address:
        invitations.resend(invitation=waiting, by=by, at=at)
    elif waiting.organisation_id == organisation.pk:
        invitations.withdraw(invitation=waiting, by=by, at=at)
        invitations.send(person=person, organisation=organisation, email=address, by=by, at=at)


def _take_back(person: Person, organisation: Organisation, *, by: Actor, at: datetime) -> None:
    """Somebody else is named: her invitation works no more, and what she was given here ends today."""
    for waiting in Invitation.objects.filter(
        person=person, organisation=organisation, accepted_at=None, withdrawn_at=None
    ):
        invitations.withdraw(invitation=waiting, by=by, at=at)
    leaving.leave(person=person, organisation=organisation, last_day=by.on, by=by, at=at)
