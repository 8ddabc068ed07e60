"""Filters of snapshots."""

from typing import Self

from django.apps import apps
from django.db.models import Q

from academy.engines.access.querysets import barred, granted
from academy.engines.frozen.rows import FrozenQuerySet
from academy.identity.actor import Actor
from academy.people.selectors.answering import taken_in
from portfolios.querysets.portfolios import ENDED, SHARE
from portfolios.querysets.taken_in import OVERSEERS


class SnapshotQuerySet(FrozenQuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Those of portfolios one may read; those handed in where one oversees, also while the portfolio is open again;
        and the one snapshot its owner let one read, which opens neither a later one nor the portfolio. A bar from the
        portfolio or from the snapshot takes all but one's own away.
        """
        if actor.person_id is None:
            return self.none()
        portfolios = apps.get_model("portfolios", "Portfolio")._default_manager
        fields = {"organisation": "portfolio__organisation_id", "person": "portfolio__person_id"}
        shared = Q(granted(actor, self.model, SHARE), portfolio__organisation_id__in=actor.reaches)
        others = Q(portfolio__in=portfolios.visible_to(actor)) | taken_in(actor, *OVERSEERS, **fields) | shared
        barred_from = Q(barred(actor, self.model)) | Q(portfolio__in=portfolios.filter(barred(actor, portfolios.model)))
        standing = others & ~barred_from & ~Q(portfolio__state__in=ENDED)
        return self.filter(Q(portfolio__person_id=actor.person_id) | standing)
