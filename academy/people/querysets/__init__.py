"""Filters by date, the same for every dated row."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q


def holds_on(day: date, prefix: str = "") -> Q:
    """A condition: the row holds on the day; `until_on` is its last. `prefix` reaches through a relation."""
    return Q(**{f"{prefix}from_on__lte": day}) & (
        Q(**{f"{prefix}until_on__isnull": True}) | Q(**{f"{prefix}until_on__gte": day})
    )


class DatedQuerySet(models.QuerySet[Any]):
    def held_on(self, day: date) -> "DatedQuerySet":
        """Rows that hold on the day."""
        return self.filter(holds_on(day))

    def unended(self) -> "DatedQuerySet":
        """Rows with no last day yet."""
        return self.filter(until_on__isnull=True)
