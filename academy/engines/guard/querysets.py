"""Filters of pseudonym keys: a key is its writer's and nobody else's."""

from typing import Any, Self

from django.db import models

from academy.identity.actor import Actor


class KeyQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own; nobody, administrators and deputies included, sees another's."""
        return self.filter(writer_id=actor.person_id) if actor.person_id is not None else self.none()
