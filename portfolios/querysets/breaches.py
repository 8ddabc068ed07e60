"""Filters of breaches of confidentiality."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from academy.identity.actor import Actor
from academy.people.selectors.answering import taken_in
from portfolios.choices.portfolios import BreachState
from portfolios.querysets.taken_in import OVERSEERS


class BreachQuerySet(models.QuerySet[Any]):
    def visible_to(self, actor: Actor) -> Self:
        """Those in one's own portfolio, those one found, and those where one oversees."""
        if actor.person_id is None:
            return self.none()
        mine = Q(portfolio__person_id=actor.person_id) | Q(found_by_id=actor.person_id)
        fields = {"organisation": "portfolio__organisation_id", "person": "portfolio__person_id"}
        return self.filter(mine | taken_in(actor, *OVERSEERS, **fields))

    def open(self) -> Self:
        return self.filter(state=BreachState.OPEN)
