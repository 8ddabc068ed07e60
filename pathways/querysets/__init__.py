"""Filters of ladders, sittings, journeys and what is agreed on the way."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, RoleCode
from pathways.choices import AgreementState, ChoiceState, JourneyState

# Who sees where everybody of an organisation stands, beside herself and her manager.
OVERSEERS = (*ACADEMY_ROLES, RoleCode.PRINCIPAL_SOCIAL_WORKER)


def _about(actor: Actor, organisation: str = "organisation_id", person: str = "person_id") -> Q:
    """Her own, those of people she manages today, and those of the organisations she oversees."""
    own = Q(**{person: actor.person_id})
    managed = Q(**{f"{person}__in": actor.manages, f"{organisation}__in": actor.reaches})
    overseen = Q(**{f"{organisation}__in": actor.organisations_where(*OVERSEERS)})
    return own | managed | overseen


class SittingQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Sittings of the organisations one belongs to."""
        return self.filter(organisation_id__in=actor.reaches)

    def standing(self) -> Self:
        """Those that were not cancelled."""
        return self.filter(cancelled_at__isnull=True)

    def to_come(self, on: date) -> Self:
        """Those whose last day to submit is still ahead, or today."""
        return self.standing().filter(submit_by__gte=on)


class JourneyQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(_about(actor)) if actor.person_id is not None else self.none()

    def open(self) -> Self:
        return self.filter(state=JourneyState.OPEN)


class ChoiceQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        about = _about(actor, "journey__organisation_id", "journey__person_id")
        return self.filter(about) if actor.person_id is not None else self.none()

    def waiting(self) -> Self:
        return self.filter(state=ChoiceState.ASKED)

    def agreed(self) -> Self:
        return self.filter(state=ChoiceState.AGREED)


class AgreementQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        return self.filter(_about(actor)) if actor.person_id is not None else self.none()

    def waiting(self) -> Self:
        return self.filter(state=AgreementState.ASKED)

    def agreed(self) -> Self:
        return self.filter(state=AgreementState.AGREED)


class MilestoneQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own dates only: a plan is the person's."""
        return self.filter(journey__person_id=actor.person_id) if actor.person_id is not None else self.none()

    def to_do(self) -> Self:
        return self.filter(done_on__isnull=True, journey__state=JourneyState.OPEN)
