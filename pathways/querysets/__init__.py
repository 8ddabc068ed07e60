"""Filters of ladders, sittings, journeys and what is agreed on the way."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES, RoleCode
from academy.people.models import Terms
from academy.people.querysets import holds_on
from pathways.choices import AgreedBy, AgreementState, ChoiceState, JourneyState

# Who sees where everybody of an organisation stands, beside herself and her manager.
OVERSEERS = (*ACADEMY_ROLES, RoleCode.PRINCIPAL_SOCIAL_WORKER)
# Who decides for each role a ladder may name, where it is no line manager.
DECIDERS = {
    AgreedBy.ACADEMY_LEAD: RoleCode.ACADEMY_LEAD,
    AgreedBy.PRINCIPAL_SOCIAL_WORKER: RoleCode.PRINCIPAL_SOCIAL_WORKER,
    AgreedBy.SERVICE_MANAGER: RoleCode.SERVICE_MANAGER,
}


def _about(actor: Actor, organisation: str = "organisation_id", person: str = "person_id") -> Q:
    """Her own, those of people she manages today, and those of people her role as overseer takes in."""
    own = Q(**{person: actor.person_id})
    managed = Q(**{f"{person}__in": actor.manages, f"{organisation}__in": actor.reaches})
    return own | managed | _taken_in(actor, *OVERSEERS, organisation=organisation, person=person)


def _taken_in(actor: Actor, *codes: str, organisation: str = "organisation_id", person: str = "person_id") -> Q:
    """People a role answers for: all of an organisation, or those who work in a service or team of it."""
    everywhere = Q(**{f"{organisation}__in": actor.organisations_where(*codes)})
    services, teams = actor.services_where(*codes), actor.teams_where(*codes)
    if not services and not teams:
        return everywhere
    held = Terms.objects.filter(holds_on(actor.on), holds_on(actor.on, "post__"))
    placed = held.filter(Q(team__service_id__in=services) | Q(team_id__in=teams))
    here = placed.filter(post__organisation_id=OuterRef(organisation), post__person_id=OuterRef(person))
    return everywhere | Q(Exists(here))


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
        """Those that somebody has to decide now: a journey that has ended asks for nothing."""
        return self.filter(state=ChoiceState.ASKED, journey__state=JourneyState.OPEN)

    def agreed(self) -> Self:
        return self.filter(state=ChoiceState.AGREED)

    def live(self) -> Self:
        """Those that stand or wait."""
        return self.filter(state__in=[ChoiceState.ASKED, ChoiceState.AGREED])


class StepAgreementQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those of one's own way, of people one manages or oversees, and what it is or was one's own to decide."""
        if actor.person_id is None:
            return self.none()
        return self.filter(_about(actor) | self._decided_by(actor))

    def decided_by(self, actor: Actor) -> Self:
        """Those that are the actor's to decide on her day: as line manager, by a role that takes the person in, or as
        deputy of either. Nobody decides on what counts for herself.
        """
        if actor.person_id is None:
            return self.none()
        return self.filter(self._decided_by(actor))

    def _decided_by(self, actor: Actor) -> Q:
        mine = Q(agreed_by_role=AgreedBy.LINE_MANAGER, person_id__in=actor.manages)
        decider = actor.with_deputy_roles()
        for by, code in DECIDERS.items():
            mine |= Q(agreed_by_role=by) & _taken_in(decider, code)
        return mine & Q(organisation_id__in=actor.reaches) & ~Q(person_id=actor.person_id)

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
