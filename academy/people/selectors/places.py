"""The places and jobs somebody can choose from in a filter or form."""

from dataclasses import dataclass

from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.models import JobRole, Service, Team
from academy.people.querysets import holds_on

Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class Places:
    """What an actor can choose from where she belongs, as pairs of id and words, in four queries."""

    organisations: Choices
    services: Choices
    teams: Choices
    job_roles: Choices


def organisations_of(actor: Actor) -> Choices:
    """The organisations the actor reaches, by name."""
    return [(str(each.pk), each.name) for each in Organisation.objects.filter(pk__in=actor.reaches)]


def places_of(actor: Actor) -> Places:
    """Organisations the actor reaches, their services and present teams, and all job roles."""
    services = Service.objects.filter(organisation_id__in=actor.reaches, withdrawn_on=None).select_related(
        "organisation"
    )
    teams = Team.objects.filter(holds_on(actor.on), service__organisation_id__in=actor.reaches)
    teams = teams.select_related("service__organisation").order_by("name")
    several = len(actor.reaches) > 1
    return Places(
        organisations=organisations_of(actor),
        services=[(str(each.pk), _where(each.name, each.organisation, several)) for each in services],
        teams=[(str(each.pk), _where(each.name, each.service.organisation, several)) for each in teams],
        job_roles=[(str(each.pk), each.title) for each in JobRole.objects.filter(withdrawn_on=None)],
    )


def _where(name: str, organisation: Organisation, several: bool) -> str:
    return f"{name}, {organisation.short_name}" if several else name
