"""Filters of shares of portfolios, and of examples."""

from datetime import date
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from academy.identity.actor import Actor
from academy.people.choices import ACADEMY_ROLES
from portfolios.choices.portfolios import ExemplarState, Reach


class PortfolioShareQuerySet(models.QuerySet[Any]):
    def live(self, on: date) -> Self:
        return self.filter(ended_at__isnull=True, until_on__gte=on)

    def open_to(self, actor: Actor) -> Self:
        """Live shares by which the actor may read something on her day."""
        portfolios = apps.get_model("portfolios", "Portfolio")._default_manager.visible_to(actor)
        snapshots = apps.get_model("portfolios", "Snapshot")._default_manager.visible_to(actor)
        opened = Q(snapshot__isnull=True, portfolio__in=portfolios) | Q(snapshot__in=snapshots)
        return self.live(actor.on).filter(opened, person_id=actor.person_id)


class ExemplarQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """One's own; those shown to staff here or everywhere; those offered, where one is the academy."""
        if actor.person_id is None:
            return self.none()
        mine = Q(snapshot__portfolio__person_id=actor.person_id)
        here = Q(state=ExemplarState.SHOWN, organisation_id__in=actor.staff_of)
        wide = Q(state=ExemplarState.SHOWN, reach=Reach.PARTNERSHIP) if actor.staff_of else Q(pk__in=())
        offered = Q(state__in=[ExemplarState.OFFERED, ExemplarState.SHOWN])
        academy = offered & Q(organisation_id__in=actor.organisations_where(*ACADEMY_ROLES))
        return self.filter(mine | here | wide | academy)

    def looked_at_by(self, actor: Actor) -> Self:
        """Those of organisations where the actor is the academy."""
        return self.filter(organisation_id__in=actor.organisations_where(*ACADEMY_ROLES))

    def shown(self) -> Self:
        return self.filter(state=ExemplarState.SHOWN)

    def offered(self) -> Self:
        return self.filter(state=ExemplarState.OFFERED)
