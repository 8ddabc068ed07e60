"""Filters of unsent words: they are their owner's and nobody else's."""

from typing import Any, Self

from django.db import models

from academy.identity.actor import Actor


class OwnWords(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """What this person wrote herself; nobody, administrators included, sees another's."""
        return self.filter(owner_id=actor.user_id) if actor.user_id is not None else self.none()
