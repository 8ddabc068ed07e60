"""Filters of self-audits, marks of skills and private notes."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.development.choices.audits import AuditState
from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES


class AuditQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own, and those shared with one as supervisor."""
        shared = Q(
            supervisor_id=actor.person_id,
            organisation_id__in=actor.reaches,
            state__in=[AuditState.SHARED, AuditState.DISCUSSED],
        )
        return self.filter(Q(person_id=actor.person_id) | shared) if actor.person_id is not None else self.none()

    def standing(self) -> Self:
        """Those that were not withdrawn."""
        return self.exclude(state=AuditState.WITHDRAWN)


class SkillMarkQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own marks, those of people one manages, and those of the organisation for its academy."""
        own = Q(person_id=actor.person_id)
        managed = Q(person_id__in=actor.manages, organisation_id__in=actor.reaches)
        kept = Q(organisation_id__in=actor.organisations_where(*ACADEMY_ROLES))
        return self.filter(own | managed | kept) if actor.person_id is not None else self.none()


class PrivateNoteQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own notes and nobody else's, whatever role one holds."""
        return self.filter(owner_id=actor.person_id) if actor.person_id is not None else self.none()
