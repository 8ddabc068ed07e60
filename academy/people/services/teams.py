"""Teams of a service: adding, renaming, ending. Ended teams stay, for the history of those who worked in them."""

from datetime import date, datetime

from django.db.models import Q
from django.utils.text import slugify

from academy.engines.audit.commands import command, record
from academy.engines.reference.choices import Origin
from academy.identity.actor import Actor
from academy.people.models import RoleHolding, Service, Team, Terms
from academy.people.rules import endings
from academy.people.rules import places as rules
from academy.people.rules.spans import Span
from academy.people.services.judging import lock_organisation, require


@command("people.team.add")
def add(*, service: Service, name: str, from_on: date, by: Actor, at: datetime) -> Team:
    """Add a team to a service from a day on. Refuses an ended service, a name another present team of it has, and an
    actor who does not keep the whole organisation."""
    require(rules.keeps_all(by, service.organisation_id))
    lock_organisation(service.organisation_id)
    service.refresh_from_db()
    tidy = " ".join(name.split())
    require(rules.is_going_on(ended=service.withdrawn_on is not None), _free(service, tidy, besides=None))
    team = Team.objects.create(service=service, code=_code(service, tidy), name=tidy, from_on=from_on)
    record(team, changed=("name", "from_on"), organisation=service.organisation_id)
    return team


@command("people.team.rename")
def rename(*, team: Team, name: str, by: Actor, at: datetime) -> Team:
    """Call a team otherwise; what was written about it stays its. Refuses an ended team and what adding refuses."""
    organisation_id = _judged(team, by)
    tidy = " ".join(name.split())
    require(rules.is_going_on(ended=team.until_on is not None), _free(team.service, tidy, besides=team.pk))
    team.name = tidy
    team.origin = Origin.PUBLISHED
    team.save(update_fields=["name", "origin"])
    record(team, changed=("name",), organisation=organisation_id)
    return team


@command("people.team.end")
def end(*, team: Team, last_day: date, by: Actor, at: datetime) -> Team:
    """End a team after its last day. Refuses an ended one, a day before it began, and one with people in it, or roles
    that hold for it, after that day."""
    organisation_id = _judged(team, by)
    later = Q(until_on=None) | Q(until_on__gt=last_day)
    people = Terms.objects.filter(later, team=team).values("post__person").distinct().order_by().count()
    roles = RoleHolding.objects.filter(later, team=team).count()
    require(endings.can_end(Span(team.from_on, team.until_on), last_day), rules.is_empty(people=people, roles=roles))
    team.until_on = last_day
    team.origin = Origin.PUBLISHED
    team.save(update_fields=["until_on", "origin"])
    record(team, moved=("held", "ended"), changed=("until_on",), organisation=organisation_id)
    return team


def _judged(team: Team, by: Actor) -> int:
    """The id of the team's organisation, once the actor keeps it and nobody else changes it."""
    organisation_id = team.service.organisation_id
    require(rules.keeps_all(by, organisation_id))
    lock_organisation(organisation_id)
    team.refresh_from_db()
    return organisation_id


def _free(service: Service, name: str, *, besides: int | None) -> rules.Decision:
    others = service.teams.filter(name__iexact=name, until_on=None).exclude(pk=besides)
    return rules.can_be_called(name, is_taken=others.exists())


def _code(service: Service, name: str) -> str:
    """A code of its own within the service, made of the name."""
    plain = slugify(name)[:50] or "team"
    taken = service.teams.filter(code__startswith=plain).count()
    return f"{plain}-{taken + 1}" if taken else plain
