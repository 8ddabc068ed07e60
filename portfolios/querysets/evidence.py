"""Filters of evidence."""

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from academy.identity.actor import Actor
from academy.people.models import Deputy, Terms
from academy.people.querysets import holds_on
from portfolios.choices.evidence import OTHERS_TURN, EvidenceState

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
        signed = Q(signed_by_id=actor.person_id) | self._stands_in(actor)
        return (named | signed | Q(case_audit__auditor_id=actor.person_id)) & ~Q(state__in=HIDDEN_FROM_OTHERS)

    def _stands_in(self, actor: Actor) -> Q:
        """Those that wait for the line manager to sign, for whom the actor stands in that day."""
        if not actor.manages:
            return Q(pk__in=())
        there = {"organisation_id": OuterRef("organisation_id"), "person_id": OuterRef("signer_id")}
        standing_in = Deputy.objects.filter(holds_on(actor.on), deputy_id=actor.person_id, **there)
        manager = Terms.objects.filter(
            holds_on(actor.on),
            holds_on(actor.on, "post__"),
            post__person_id=OuterRef("person_id"),
            post__organisation_id=OuterRef("organisation_id"),
            line_manager_id=OuterRef("signer_id"),
        )
        waits = Q(state=EvidenceState.ASKED, person_id__in=actor.manages)
        return waits & Q(Exists(standing_in)) & Q(Exists(manager))

    def others_turn(self) -> Self:
        return self.filter(state__in=OTHERS_TURN)

    def complete(self) -> Self:
        return self.filter(state=EvidenceState.COMPLETE)

    def standing(self) -> Self:
        """Those not withdrawn."""
        return self.exclude(state=EvidenceState.WITHDRAWN)
