"""Filters of supervision and of peer learning sessions."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.development.choices.supervisions import PeerSessionState, SessionState
from academy.identity.actor import Actor
from academy.people.querysets import DatedQuerySet


class AgreementQuerySet(DatedQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Agreements one is a party to, and those of people one manages today."""
        party = Q(person_id=actor.person_id) | Q(supervisor_id=actor.person_id, organisation_id__in=actor.reaches)
        managed = Q(person_id__in=actor.manages, organisation_id__in=actor.reaches)
        return self.filter(party | managed) if actor.person_id is not None else self.none()


class SupervisionQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Sessions one had part in. A manager who was not the supervisor sees dates, by selectors, never notes."""
        supervised = Q(supervisor_id=actor.person_id, organisation_id__in=actor.reaches)
        own = Q(person_id=actor.person_id)
        return self.filter(own | supervised) if actor.person_id is not None else self.none()

    def held(self) -> Self:
        return self.filter(state__in=[SessionState.HELD, SessionState.SIGNED])


class PeerSessionQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Sessions of the organisations one has a post in: they name colleagues, whom guests and candidates do not."""
        return self.filter(organisation_id__in=actor.staff_of) if actor.person_id is not None else self.none()

    def held(self) -> Self:
        return self.filter(state=PeerSessionState.HELD)
