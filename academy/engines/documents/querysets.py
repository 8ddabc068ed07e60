"""Filters of issued documents."""

from typing import Self

from django.db.models import Q

from academy.engines.files.choices import ScanState
from academy.engines.frozen.rows import FrozenQuerySet
from academy.identity.actor import Actor


class IssuedQuerySet(FrozenQuerySet):
    """Issued documents: never changed or deleted, in bulk neither."""

    def visible_to(self, actor: Actor) -> Self:
        """Documents about the actor, and those she had made."""
        if actor.person_id is None:
            return self.none()
        return self.filter(Q(person_id=actor.person_id) | Q(made_by_id=actor.person_id))

    def given_out(self) -> Self:
        """Documents whose bytes are kept and past the virus check."""
        return self.filter(file__deleted_at__isnull=True, file__scan_state=ScanState.CLEAN)
