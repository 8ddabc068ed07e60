from django.db import models
from django.db.models import Q

from academy.identity.models import Person


class Confirmable(models.Model):
    """Something we hold from memory or a copy until an academy lead has compared it with the official document."""

    needs_confirming = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False, needs_confirming=True),
                name="%(class)s_confirmed_by_somebody",
            ),
        ]

    @property
    def is_unconfirmed(self) -> bool:
        """Does it still wait for a lead to compare it?"""
        return self.needs_confirming and self.confirmed_at is None
