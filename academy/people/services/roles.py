"""Roles held by date and scope, beside the job (X-07)."""

from dataclasses import dataclass
from datetime import date, datetime

from academy.engines.audit.commands import command, record
from academy.identity.actor import Actor
from academy.identity.models import Organisation, Person
from academy.people.models import RoleHolding, Service, Team
from academy.people.rules import endings
from academy.people.rules import roles as rules
from academy.people.rules.spans import Span
from academy.people.services.judging import lock_person, require


@dataclass(frozen=True)
class RoleDetails:
    """A role and where it holds: the whole organisation, or one of its services, or one of that service's teams."""

    role: str
    organisation: Organisation
    service: Service | None = None
    team: Team | None = None


@command("people.role.give")
def give(
    *,
    person: Person,
    details: RoleDetails,
    from_on: date,
    by: Actor,
    at: datetime,
    until_on: date | None = None,
) -> RoleHolding:
    """Give somebody a role from a day on. Refuses a role for oneself, an actor who does not keep the organisation, a
    reserved role from anybody but academy lead or administrator, a scope that does not fit, and the same role twice."""
    require(rules.can_give(details.role, _scope(details), to_person_id=person.pk, by=by))
    lock_person(person.pk)
    span = Span(from_on, until_on)
    same = person.role_holdings.filter(
        role=details.role, organisation=details.organisation, service=details.service, team=details.team
    )
    others = [Span(other.from_on, other.until_on) for other in same]
    require(endings.is_in_order(span), endings.is_alone(span, others, what="the same role", field="role"))
    holding = RoleHolding.objects.create(
        person=person,
        role=details.role,
        organisation=details.organisation,
        service=details.service,
        team=details.team,
        from_on=from_on,
        until_on=until_on,
    )
    record(holding, changed=("role", "from_on"), about=person.pk, organisation=details.organisation.pk)
    return holding


@command("people.role.end")
def end(*, holding: RoleHolding, last_day: date, by: Actor, at: datetime) -> RoleHolding:
    """End a role after its last day. Refuses what giving refuses, an ended one, and a day before it began."""
    require(rules.can_take(holding.role, holding.organisation_id, of_person_id=holding.person_id, by=by))
    lock_person(holding.person_id)
    holding.refresh_from_db()
    require(endings.can_end(Span(holding.from_on, holding.until_on), last_day))
    holding.until_on = last_day
    holding.save(update_fields=["until_on"])
    record(
        holding,
        moved=("held", "ended"),
        changed=("until_on",),
        about=holding.person_id,
        organisation=holding.organisation_id,
    )
    return holding


@command("people.role.show")
def show(*, holding: RoleHolding, is_public: bool, by: Actor, at: datetime) -> RoleHolding:
    """Name the holder of an academy role on the academy's public page, because she agreed, or take her from it (S0-09).

    Refuses other roles, ended ones, an answer that changes nothing, and an actor who does not keep the organisation.
    """
    require(rules.keeps(by, holding.organisation_id))
    lock_person(holding.person_id)
    holding.refresh_from_db()
    ended = holding.until_on is not None and holding.until_on < by.on
    require(rules.can_be_shown(holding.role, ended=ended, wanted=is_public, shown=holding.is_public))
    holding.is_public = is_public
    holding.save(update_fields=["is_public"])
    record(holding, changed=("is_public",), about=holding.person_id, organisation=holding.organisation_id)
    return holding


def _scope(details: RoleDetails) -> rules.Scope:
    return rules.Scope(
        organisation_id=details.organisation.pk,
        service_id=details.service.pk if details.service else None,
        service_organisation_id=details.service.organisation_id if details.service else None,
        team_id=details.team.pk if details.team else None,
        team_service_id=details.team.service_id if details.team else None,
    )
