"""Filters of imports."""

from datetime import datetime
from typing import Any, Self

from django.db import models

from academy.engines.imports.choices import FORGOTTEN_AFTER
from academy.identity.actor import Actor


class ImportQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Imports of the actor's own."""
        return self.filter(owner_id=actor.person_id) if actor.person_id is not None else self.none()

    def open(self) -> Self:
        """Not taken in and not found unreadable."""
        return self.filter(committed_at__isnull=True, reason="")

    def kept(self, at: datetime) -> Self:
        """Those that stay: taken in, or uploaded less than 30 days ago."""
        return self.exclude(committed_at__isnull=True, uploaded_at__lte=at - FORGOTTEN_AFTER)

    def old(self, at: datetime) -> Self:
        """Uploaded 30 days ago or more."""
        return self.filter(uploaded_at__lte=at - FORGOTTEN_AFTER)
