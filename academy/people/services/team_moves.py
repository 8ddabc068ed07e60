"""Moving a team to another service of its organisation, from a day on: its people and the roles for it go with it."""

from datetime import date, datetime

from django.db.models import Q

from academy.engines.audit.commands import command, record
from academy.identity.actor import Actor
from academy.people.models import RoleHolding, Service, Team, Terms
from academy.people.rules import places as rules
from academy.people.rules.spans import Span, day_before
from academy.people.services import teams
from academy.people.services.judging import lock_organisation, lock_person, require


@command("people.team.move")
def move(*, team: Team, service: Service, from_on: date, note: str, by: Actor, at: datetime) -> Team:
    """From a day on the team is part of another service. What it was until then stays written as it was: the team ends
    the day before and goes on as a team of the same name there; everybody's terms and every role for it follow.

    Gives the team as it goes on. Refuses the service it is in, one of another organisation (people who change their
    employer begin a post there), an ended team or service, the day it began or an earlier one, a name that a present
    team there has, and an actor who does not keep the whole organisation.
    """
    require(rules.keeps_all(by, team.service.organisation_id))
    lock_organisation(team.service.organisation_id)
    team.refresh_from_db()
    require(
        rules.is_going_on(ended=team.until_on is not None),
        rules.can_move(
            Span(team.from_on),
            from_on,
            is_there=service.pk == team.service_id,
            is_here=service.organisation_id == team.service.organisation_id,
        ),
    )
    moved = teams.add(service=service, name=team.name, from_on=from_on, by=by, at=at)
    later = Q(until_on=None) | Q(until_on__gte=from_on)
    for terms in Terms.objects.filter(later, team=team).select_related("post"):
        follow(terms=terms, team=moved, from_on=from_on, note=note, by=by, at=at)
    for holding in RoleHolding.objects.filter(later, team=team):
        carry_role(holding=holding, team=moved, from_on=from_on, by=by, at=at)
    teams.end(team=team, last_day=day_before(from_on), by=by, at=at)
    record(team, moved=("held", "moved"), changed=("service",), note=note, organisation=service.organisation_id)
    return moved


@command("people.terms.follow")
def follow(*, terms: Terms, team: Team, from_on: date, note: str, by: Actor, at: datetime) -> Terms:
    """Terms go on in the team as it goes on; nothing else of them changes. Part of moving a team, which judges it."""
    lock_person(terms.post.person_id)
    until_on = terms.until_on
    if terms.from_on < from_on:
        terms.until_on = day_before(from_on)
        terms.save(update_fields=["until_on"])
        terms.pk, terms.from_on, terms.until_on, terms.reason = None, from_on, until_on, note
        terms._state.adding = True
    terms.team = team
    terms.save()
    record(terms, changed=("team",), about=terms.post.person_id, organisation=terms.post.organisation_id)
    return terms


@command("people.role.carry")
def carry_role(*, holding: RoleHolding, team: Team, from_on: date, by: Actor, at: datetime) -> RoleHolding:
    """A role for the team holds for it as it goes on, up to the same last day. Part of moving a team."""
    lock_person(holding.person_id)
    until_on = holding.until_on
    if holding.from_on < from_on:
        holding.until_on = day_before(from_on)
        holding.save(update_fields=["until_on"])
        holding.pk, holding.from_on, holding.until_on = None, from_on, until_on
        holding._state.adding = True
    holding.service, holding.team = team.service, team
    holding.save()
    record(holding, changed=("service", "team"), about=holding.person_id, organisation=holding.organisation_id)
    return holding
