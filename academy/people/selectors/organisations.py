"""Organisations as those keep them who act in one: their own, those they added and still answer for, and partners."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.choices import KEEPER_ROLES, RESERVED_ROLE_GIVERS, InvitationState
from academy.people.models import Invitation, PartnershipMember, RoleHolding
from academy.people.querysets import holds_on
from academy.people.rules.invitations import InvitationFacts, state_at


@dataclass(frozen=True)
class KeptOrganisation:
    """An organisation that was added here and has no keeper of its own yet, with whoever is invited to be one."""

    organisation: Organisation
    keeper: Person | None
    role: str
    invitation: InvitationState | None


def is_led(organisation_id: int, on: date) -> bool:
    """Can somebody of the organisation itself give roles in it: an academy lead or administrator with an account?"""
    return _leads(on).filter(organisation_id=organisation_id).exists()


def organisations_kept(actor: Actor) -> QuerySet[Organisation]:
    """The organisation acted in, for who keeps all of it, and those it added and answers for."""
    own = actor.organisations_where(*KEEPER_ROLES) & {actor.organisation_id}
    return Organisation.objects.filter(Q(pk__in=own) | Q(pk__in=organisations_awaiting(actor).values("pk")))


def organisations_awaiting(actor: Actor) -> QuerySet[Organisation]:
    """Those the organisation acted in added, that have not ended and have nobody of their own who can give roles."""
    led = actor.organisations_where(*RESERVED_ROLE_GIVERS) & {actor.organisation_id}
    own_lead = _leads(actor.on).filter(organisation_id=OuterRef("pk"))
    going_on = Q(ends_on=None) | Q(ends_on__gte=actor.on)
    return Organisation.objects.filter(going_on, ~Exists(own_lead), opened_by__in=led)


def awaiting_keepers(actor: Actor, at: datetime) -> list[KeptOrganisation]:
    """The same with whom they wait for, in three queries."""
    organisations = list(organisations_awaiting(actor))
    holdings = waiting_keepers().filter(organisation__in=organisations).select_related("person")
    held = {holding.organisation_id: holding for holding in holdings.order_by("pk")}
    invitations = Invitation.objects.filter(organisation__in=organisations, accepted_at=None, withdrawn_at=None)
    open_until = dict(invitations.values_list("person_id", "expires_at"))
    return [_awaiting(each, held.get(each.pk), open_until, at=at) for each in organisations]


def _awaiting(
    organisation: Organisation, holding: RoleHolding | None, open_until: dict[int, datetime], *, at: datetime
) -> KeptOrganisation:
    if holding is None:
        return KeptOrganisation(organisation, keeper=None, role="", invitation=None)
    expiry = open_until.get(holding.person_id)
    return KeptOrganisation(
        organisation,
        keeper=holding.person,
        role=holding.role,
        invitation=state_at(InvitationFacts(expiry), at) if expiry else None,
    )


def waiting_keepers() -> QuerySet[RoleHolding]:
    """Roles without a last day, for a whole organisation, that let give roles, of people without an account."""
    held = RoleHolding.objects.unended().filter(role__in=RESERVED_ROLE_GIVERS, service=None)
    return held.filter(person__user=None)


def partners_kept(actor: Actor) -> QuerySet[PartnershipMember]:
    """Partners of the partnership acted in, for who keeps all of it, the past ones too, by name."""
    whole = actor.organisations_where(*KEEPER_ROLES) & {actor.organisation_id}
    partners = PartnershipMember.objects.filter(partnership__in=whole).select_related("member", "partnership")
    return partners.order_by("member__name", "from_on")


def partnerships_of(organisation_id: int, on: date) -> QuerySet[PartnershipMember]:
    """The partnerships an organisation is part of or will be, by name."""
    going_on = Q(until_on=None) | Q(until_on__gte=on)
    rows = PartnershipMember.objects.filter(going_on, member_id=organisation_id)
    return rows.select_related("partnership").order_by("partnership__name")


def possible_partners(organisation_id: int, on: date) -> list[tuple[str, str]]:
    """Every other organisation that goes on, as pairs of id and name, without those that are partners and stay so."""
    going_on = Q(ends_on=None) | Q(ends_on__gte=on)
    present = PartnershipMember.objects.filter(partnership=organisation_id, until_on=None).values("member")
    others = Organisation.objects.filter(going_on).exclude(pk=organisation_id).exclude(pk__in=present)
    return [(str(each.pk), each.name) for each in others]


def _leads(on: date) -> QuerySet[RoleHolding]:
    held = RoleHolding.objects.filter(holds_on(on), role__in=RESERVED_ROLE_GIVERS, service=None)
    return held.filter(person__user__is_active=True)
