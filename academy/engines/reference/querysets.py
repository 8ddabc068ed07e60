"""Filters that every dated version has."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

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

    def shipped(self) -> Self:
        """Versions that loading reference data may touch."""
        return self.filter(origin=Origin.SHIPPED)
