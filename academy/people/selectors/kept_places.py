"""Services and teams of one organisation as those keep them who keep all of it."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from academy.identity.actor import Actor
from academy.people.choices import KEEPER_ROLES
from academy.people.models import Service, Team
from academy.people.selectors.keeping import teams_kept


@dataclass(frozen=True)
class KeptService:
    """A service with its teams; each team knows as `people` how many are in it or will be."""

    service: Service
    teams: list[Team]


def services_kept(actor: Actor) -> QuerySet[Service]:
    """Services of the organisation acted in for who keeps all of it, the ended ones too."""
    whole = actor.organisations_where(*KEEPER_ROLES) & {actor.organisation_id}
    return Service.objects.filter(organisation_id__in=whole)


def places_kept(actor: Actor) -> list[KeptService]:
    """Every service that goes on with its teams, present and to come, in two queries."""
    in_it = Q(terms__until_on=None) | Q(terms__until_on__gte=actor.on)
    teams = teams_kept(actor).filter(Q(until_on=None) | Q(until_on__gte=actor.on))
    counted = list(teams.annotate(people=Count("terms__post__person", filter=in_it, distinct=True)).order_by("name"))
    return [
        KeptService(service, [team for team in counted if team.service_id == service.pk])
        for service in services_kept(actor).filter(withdrawn_on=None)
    ]
