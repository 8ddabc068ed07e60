"""Which draws, themes and actions somebody sees: those of organisations where she runs or oversees moderation."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.engines.frozen.rows import FrozenQuerySet
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from panels.querysets.cases import of_cases_seen

# Who runs moderation for an employer: draws, themes, the year's plan.
KEEPERS = (
    RoleCode.ACADEMY_LEAD,
    RoleCode.ACADEMY_STAFF,
    RoleCode.ASYE_COORDINATOR,
    RoleCode.PRINCIPAL_SOCIAL_WORKER,
    RoleCode.PANEL_CHAIR,
)


def of_organisation(actor: Actor, prefix: str = "") -> Q:
    """A condition over rows of an organisation, reached by the prefix: she runs moderation for the whole of it."""
    return Q(**{f"{prefix}organisation_id__in": actor.organisations_where(*KEEPERS)})


class FrozenSampleQuerySet(FrozenQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Those of organisations for the whole of which she runs moderation."""
        return self.filter(of_organisation(actor))


class OfSampleQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Cases of draws she sees, if she sees the case: never one she is out of."""
        return self.filter(of_organisation(actor, "sample__"), of_cases_seen(actor))


class OrganisationQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of organisations for the whole of which she runs moderation."""
        return self.filter(of_organisation(actor))
