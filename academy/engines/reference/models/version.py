from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from academy.engines.reference.choices import Origin
from academy.engines.reference.querysets import VersionQuerySet
from academy.identity.models import Person


class Version(models.Model):
    """A dated edition of something that is kept as data: a framework, a policy, a ladder.

    It holds from `valid_from` to `valid_to` (the last day, inclusive) unless withdrawn: `withdrawn_on` is the first day
    it no longer holds. Shipped versions follow the files they come from; published ones were given out by a person and
    never change afterwards, only end.

    `SERIES` are the fields that versions following each other have in common.
    """

    SERIES: ClassVar[tuple[str, ...]] = ("organisation",)

    code = models.CharField(max_length=40)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.SHIPPED)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    checksum = models.CharField(max_length=64, help_text="SHA-256 over the content in canonical form.")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = VersionQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=~Q(code=""), name="%(class)s_has_code"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="%(class)s_origin_known"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="%(class)s_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(origin=Origin.SHIPPED, published_at__isnull=True, published_by__isnull=True)
                | Q(origin=Origin.PUBLISHED, published_at__isnull=False, published_by__isnull=False),
                name="%(class)s_published_by_somebody",
            ),
        ]

    @property
    def is_published(self) -> bool:
        """Given out by a person: its content never changes again."""
        return self.origin == Origin.PUBLISHED
