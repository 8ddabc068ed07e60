"""Filters of evidence."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.identity.actor import Actor
from portfolios.choices.evidence import OTHERS_TURN, OWN_TURN, EvidenceState

# A second person sees a piece from the moment she is asked, and keeps sight of what she signed.
HIDDEN_FROM_OTHERS = (EvidenceState.DRAFT, EvidenceState.WITHDRAWN)


class EvidenceQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own, and what one is or was asked to have a part in. Readers of a portfolio read its copy."""
        if actor.person_id is None:
            return self.none()
        return self.filter(Q(person_id=actor.person_id) | self._second(actor))

    def second_of(self, actor: Actor) -> Self:
        """Those in which one is the second person."""
        return self.none() if actor.person_id is None else self.filter(self._second(actor))

    def _second(self, actor: Actor) -> Q:
        named = Q(signer_id=actor.person_id) | Q(observation__observer_id=actor.person_id)
        return (named | Q(case_audit__auditor_id=actor.person_id)) & ~Q(state__in=HIDDEN_FROM_OTHERS)

    def own_turn(self) -> Self:
        return self.filter(state__in=OWN_TURN)

    def others_turn(self) -> Self:
        return self.filter(state__in=OTHERS_TURN)

    def complete(self) -> Self:
        return self.filter(state=EvidenceState.COMPLETE)

    def standing(self) -> Self:
        """Those not withdrawn."""
        return self.exclude(state=EvidenceState.WITHDRAWN)
