"""Filters of second jobs."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.identity.actor import Actor
from academy.people.choices import RoleCode
from academy.people.choices.second_jobs import COUNTING, PermittedBy, SecondJobState


class SecondJobQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own, those of people one manages, those a chief officer decides, and HR's of the organisation."""
        own = Q(person_id=actor.person_id)
        managed = Q(person_id__in=actor.manages, organisation_id__in=actor.reaches)
        chief = Q(
            permitted_by=PermittedBy.CHIEF_OFFICER,
            organisation_id__in=actor.organisations_where(RoleCode.CHIEF_OFFICER),
        )
        kept = Q(organisation_id__in=actor.organisations_where(RoleCode.HR))
        return self.filter(own | managed | chief | kept) if actor.person_id is not None else self.none()

    def counting(self) -> Self:
        """Those whose hours count against the limit."""
        return self.filter(state__in=COUNTING)

    def waiting(self) -> Self:
        return self.filter(state=SecondJobState.DECLARED)
