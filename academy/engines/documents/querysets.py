"""Filters of issued documents."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.engines.files.choices import ScanState
from academy.identity.actor import Actor


class IssuedQuerySet(models.QuerySet[Any]):
    """Issued documents are never changed or deleted, in bulk neither."""

    def visible_to(self, actor: Actor) -> Self:
        """Documents about the actor, and those she had made."""
        if actor.person_id is None:
            return self.none()
        return self.filter(Q(person_id=actor.person_id) | Q(made_by_id=actor.person_id))

    def given_out(self) -> Self:
        """Documents whose bytes are kept and past the virus check."""
        return self.filter(file__deleted_at__isnull=True, file__scan_state=ScanState.CLEAN)

    def update(self, **values: Any) -> int:
        raise TypeError("Issued documents are never changed.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("Issued documents are never deleted.")
