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
        managed = _managed_by(actor)
        chief = _of_the_chief_officer(actor)
        kept = Q(organisation_id__in=actor.organisations_where(RoleCode.HR))
        return self.filter(own | managed | chief | kept) if actor.person_id is not None else self.none()

    def decided_by(self, actor: Actor) -> Self:
        """Those whose permission is the actor's to give, as line manager, chief officer or deputy; never her own."""
        if actor.person_id is None:
            return self.none()
        managed = Q(permitted_by=PermittedBy.LINE_MANAGER) & _managed_by(actor)
        return self.filter(managed | _of_the_chief_officer(actor)).exclude(person_id=actor.person_id)

    def counting(self) -> Self:
        """Those whose hours count against the limit."""
        return self.filter(state__in=COUNTING)

    def waiting(self) -> Self:
        return self.filter(state=SecondJobState.DECLARED)


def _managed_by(actor: Actor) -> Q:
    return Q(person_id__in=actor.manages, organisation_id__in=actor.reaches)


def _of_the_chief_officer(actor: Actor) -> Q:
    held = actor.with_deputy_roles().organisations_where(RoleCode.CHIEF_OFFICER)
    return Q(permitted_by=PermittedBy.CHIEF_OFFICER, organisation_id__in=held)
