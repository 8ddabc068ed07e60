"""Filters that every dated version has."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from academy.engines.reference.choices import Origin


class VersionQuerySet(models.QuerySet[Any]):
    def in_force(self, on: date) -> Self:
        """Versions that hold on a day: begun, not past their last day, not withdrawn by then."""
        return self.not_withdrawn(on).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=on),
            valid_from__lte=on,
        )

    def not_withdrawn(self, on: date) -> Self:
        """Versions that were not taken back by a day, whether they have begun or not."""
        return self.filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on))

    def holding_for(self, *organisation_ids: int | None, on: date) -> Self:
        """Versions in force on a day for any of these organisations: their own before those for all, the newest first
        where two hold, so that the first is the one that counts. For models with an `organisation` that may be empty.
        """
        theirs = Q(organisation_id__in=[pk for pk in organisation_ids if pk is not None])
        found = self.in_force(on).filter(theirs | Q(organisation_id=None))
        return found.order_by(F("organisation_id").asc(nulls_last=True), "-valid_from", "-pk")

    def shipped(self) -> Self:
        """Versions that loading reference data may touch."""
        return self.filter(origin=Origin.SHIPPED)
