from django.db import models
from django.db.models import Q

from academy.identity.choices import OrganisationKind
from academy.identity.personal_data import NO_PERSONAL_DATA


class Organisation(models.Model):
    """A council, university, provider, partner agency or a partnership. Everything but people belongs to one."""

    name = models.CharField(max_length=120, unique=True)
    short_name = models.CharField(max_length=60)
    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=20, choices=OrganisationKind.choices)
    academy_name = models.CharField(max_length=120, blank=True, help_text="What its academy calls itself.")
    about = models.TextField(blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=OrganisationKind.values), name="organisation_kind_known"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="organisation_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name
