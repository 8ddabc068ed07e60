from django.db import models
from django.db.models import Q

from academy.identity.choices import OrganisationKind, OrganisationOrigin
from academy.identity.personal_data import NO_PERSONAL_DATA


class Organisation(models.Model):
    """A council, university, provider, partner agency or a partnership. Everything but people belongs to one.

    Loading reference data leaves it as it is once it was changed on a page. `opened_by` is the organisation whose
    academy added it, and which answers for it as long as nobody of its own can.
    """

    name = models.CharField(max_length=120, unique=True)
    short_name = models.CharField(max_length=60)
    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=20, choices=OrganisationKind.choices)
    academy_name = models.CharField(max_length=120, blank=True, help_text="What its academy calls itself.")
    about = models.TextField(blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True, help_text="Its last day.")
    origin = models.CharField(max_length=10, choices=OrganisationOrigin.choices, default=OrganisationOrigin.PUBLISHED)
    opened_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="opened")

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=OrganisationKind.values), name="organisation_kind_known"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="organisation_dates_in_order",
            ),
            models.CheckConstraint(condition=Q(origin__in=OrganisationOrigin.values), name="organisation_origin_known"),
            models.CheckConstraint(
                condition=Q(opened_by__isnull=True) | ~Q(opened_by=models.F("id")),
                name="organisation_opened_by_another",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_partnership(self) -> bool:
        return self.kind == OrganisationKind.PARTNERSHIP
