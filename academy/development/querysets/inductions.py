"""Filters of inductions."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.development.choices.inductions import InductionState
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES


class InductionQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own, those of people one manages today, and those of the organisation for its academy (S0-19)."""
        own = Q(person_id=actor.person_id)
        managed = Q(person_id__in=actor.manages, organisation_id__in=actor.reaches)
        kept = Q(organisation_id__in=actor.organisations_where(*ACADEMY_ROLES))
        return self.filter(own | managed | kept) if actor.person_id is not None else self.none()

    def unsigned(self) -> Self:
        return self.filter(state__in=[InductionState.OPEN, InductionState.SIGNING])
