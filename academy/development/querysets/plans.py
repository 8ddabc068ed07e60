"""Filters of goals and appraisals: hers and her manager's, and of nobody else."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.development.choices.plans import GoalState, MeetingState
from academy.identity.actor import Actor


class GoalQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own goals, and those of people one manages today in the organisations one belongs to."""
        own = Q(person_id=actor.person_id)
        managed = Q(person_id__in=actor.manages, organisation_id__in=actor.reaches)
        return self.filter(own | managed) if actor.person_id is not None else self.none()

    def open(self) -> Self:
        return self.filter(state=GoalState.OPEN)

    def due_by(self, day: date) -> Self:
        """Open goals whose day has come."""
        return self.open().filter(due_on__lte=day)


class AppraisalQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own appraisals, those one holds, and those of people one manages today.

        Holding them is line management: without a second factor it is put aside.
        """
        own = Q(person_id=actor.person_id)
        held = Q(manager_id=actor.person_id, organisation_id__in=actor.reaches)
        if actor.lacks_second_factor:
            return self.filter(own)
        managed = Q(person_id__in=actor.manages, organisation_id__in=actor.reaches)
        return self.filter(own | held | managed) if actor.person_id is not None else self.none()

    def standing(self) -> Self:
        """Those that were not cancelled."""
        return self.exclude(state=MeetingState.CANCELLED)

    def unsigned(self) -> Self:
        return self.filter(state__in=[MeetingState.OPEN, MeetingState.SIGNING])
