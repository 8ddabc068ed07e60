"""Filters of leaver events and of support to qualify."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, RoleCode
from academy.people.choices.leaving import LeavingState


class LeavingQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own, and those of the organisation for HR. Others see the last day, by selectors."""
        own = Q(person_id=actor.person_id)
        kept = Q(organisation_id__in=actor.organisations_where(RoleCode.HR))
        return self.filter(own | kept) if actor.person_id is not None else self.none()

    def standing(self) -> Self:
        """Those that were not taken back."""
        return self.exclude(state=LeavingState.TAKEN_BACK)


class QualifyingQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own, those of people one manages, and those of the organisation for its academy and HR."""
        own = Q(person_id=actor.person_id)
        managed = Q(person_id__in=actor.manages, organisation_id__in=actor.reaches)
        kept = Q(organisation_id__in=actor.organisations_where(*ACADEMY_ROLES, RoleCode.HR))
        return self.filter(own | managed | kept) if actor.person_id is not None else self.none()

    def open(self) -> Self:
        """Those that have not ended."""
        return self.filter(qualified_on=None, stopped_on=None)
