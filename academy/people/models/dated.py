from django.db import models
from django.db.models import F, Q

from academy.people.querysets import DatedQuerySet


class Dated(models.Model):
    """A row that holds from a first to a last day, both inclusive; without a last day it goes on."""

    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="%(class)s_dates_in_order"
            )
        ]
