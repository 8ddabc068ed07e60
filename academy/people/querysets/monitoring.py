"""Filters of monitoring answers: one's own, and of nobody else."""

from typing import Any, Self

from django.db import models

from academy.identity.actor import Actor


class MonitoringQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own answers. No role opens another's row; totals are made by a selector that hides small numbers."""
        return self.filter(person_id=actor.person_id) if actor.person_id is not None else self.none()
