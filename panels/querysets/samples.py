"""Which draws, themes and actions somebody sees: those of organisations where she runs or oversees moderation."""

from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from academy.engines.access.querysets import barred, granted
from academy.engines.frozen.rows import FrozenQuerySet
from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from panels.querysets.cases import of_cases_seen
from panels.querysets.sight import away

# For what somebody outside the employer is let see a draw.
READS_OUTSIDE = "panels.sample.outside"
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

    def read_outside_by(self, actor: Actor) -> Self:
        """Those she was named to read from outside, until the day she was named for."""
        if actor.person_id is None:
            return self.none()
        return self.filter(granted(actor, self.model, READS_OUTSIDE)).exclude(barred(actor, self.model))

    def having_packs(self, actor: Actor) -> Self:
        """Those of which she may have what is cleared: as who runs moderation, or as who reads from outside."""
        outside = self.model._default_manager.read_outside_by(actor).order_by().values("pk")
        return self.filter(of_organisation(actor) | Q(pk__in=outside))


class OfSampleQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Cases of draws she sees, if she sees the case: never one she is out of."""
        return self.filter(of_organisation(actor, "sample__"), of_cases_seen(actor))

    def cleared(self) -> Self:
        """Those whose pack somebody read and cleared."""
        return self.filter(clearances__isnull=False).distinct()

    def read_outside_by(self, actor: Actor) -> Self:
        """Cleared cases of draws she was named to read, but for one she is tied to or that is her own."""
        samples: Any = apps.get_model("panels", "Sample")._default_manager
        cases: Any = apps.get_model("panels", "Case")._default_manager
        there = samples.read_outside_by(actor).order_by().values("pk")
        out = cases.filter(away(actor)).order_by().values("pk")
        return self.cleared().filter(sample__in=there).exclude(case__in=out)


class FrozenClearanceQuerySet(FrozenQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Those of sampled cases she sees, as who runs moderation or reads from outside."""
        cases: Any = apps.get_model("panels", "Sampled")._default_manager
        seen = cases.visible_to(actor).order_by().values("pk")
        outside = cases.read_outside_by(actor).order_by().values("pk")
        return self.filter(Q(sampled__in=seen) | Q(sampled__in=outside))


class OrganisationQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of organisations for the whole of which she runs moderation."""
        return self.filter(of_organisation(actor))
