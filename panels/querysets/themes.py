"""Who sees comments under themes and the actions of the year's plan."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.identity.actor import Actor
from panels.choices.outcomes import ActionState
from panels.querysets.cases import of_cases_seen
from panels.querysets.samples import of_organisation
from panels.rules.visibility import Sight


class ThemeNoteQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those on cases of which the table of sight shows her the themes."""
        return self.filter(of_cases_seen(actor, Sight.THEMES))


class ActionQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those she sees to where she works or helps, and those of organisations where she runs moderation."""
        hers = Q(owner_id=actor.person_id, organisation_id__in=actor.reaches)
        return self.filter(hers | of_organisation(actor))

    def in_hand(self) -> Self:
        """Those that are open."""
        return self.filter(state=ActionState.OPEN)
