"""Filters of coaches and matches."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.development.choices.coaching import TAKING_A_PLACE
from academy.identity.actor import Actor


class CoachQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Listed coaches of the organisations one belongs to, and one's own profile."""
        listed = Q(listed=True, organisation_id__in=actor.reaches)
        return self.filter(listed | Q(person_id=actor.person_id)) if actor.person_id is not None else self.none()


class MatchQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Matches one is half of. Nobody else sees whom somebody is coached by; the academy sees counts."""
        coaching = Q(profile__person_id=actor.person_id, organisation_id__in=actor.reaches)
        own = Q(person_id=actor.person_id)
        return self.filter(own | coaching) if actor.person_id is not None else self.none()

    def taking_a_place(self) -> Self:
        return self.filter(state__in=TAKING_A_PLACE)
