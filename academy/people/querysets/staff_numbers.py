"""Filters of staff numbers."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.identity.actor import Actor
from academy.people.choices import RoleCode


class StaffNumberQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own, and those of the organisation for HR."""
        kept = Q(organisation_id__in=actor.organisations_where(RoleCode.HR))
        return self.filter(Q(person_id=actor.person_id) | kept) if actor.person_id is not None else self.none()
