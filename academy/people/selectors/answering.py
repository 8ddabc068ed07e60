"""Which people a role answers for, as a condition over rows of any table that name a person and an organisation."""

from django.db.models import Exists, OuterRef, Q

from academy.identity.actor import Actor
from academy.people.models import Terms
from academy.people.querysets import holds_on


def taken_in(actor: Actor, *codes: str, organisation: str = "organisation_id", person: str = "person_id") -> Q:
    """Rows of people a role answers for: all of an organisation, or those who work in a service or team of it."""
    everywhere = Q(**{f"{organisation}__in": actor.organisations_where(*codes)})
    services, teams = actor.services_where(*codes), actor.teams_where(*codes)
    if not services and not teams:
        return everywhere
    held = Terms.objects.filter(holds_on(actor.on), holds_on(actor.on, "post__"))
    placed = held.filter(Q(team__service_id__in=services) | Q(team_id__in=teams))
    here = placed.filter(post__organisation_id=OuterRef(organisation), post__person_id=OuterRef(person))
    return everywhere | Q(Exists(here))
