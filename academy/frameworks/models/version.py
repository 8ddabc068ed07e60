from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.reference.models import Version
from academy.frameworks.models.confirmable import Confirmable
from academy.frameworks.models.framework import Framework
from academy.identity.personal_data import PersonalData


class FrameworkVersion(Version, Confirmable):
    """A dated edition of a framework. What waits for confirming here are its dates.

    Two editions may hold on one day where their owner lets both be used (the Care Certificate in 2025), so overlaps are
    not refused; two may not begin on the same day.
    """

    framework = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="versions")
    title = models.CharField(max_length=120)
    source = models.CharField(max_length=400)
    succeeds = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="successors")
    picture_alternative = models.TextField(blank=True)

    personal_data = PersonalData(
        {
            "published_by": "answers for the edition; kept as long as the edition",
            "confirmed_by": "answers for having compared the dates; kept as long as the edition",
        }
    )

    class Meta(Version.Meta):
        abstract = False
        ordering = ["framework", "valid_from"]
        constraints = [
            *Version.Meta.constraints,
            *Confirmable.Meta.constraints,
            models.UniqueConstraint(fields=["framework", "code"], name="framework_version_code_once"),
            models.UniqueConstraint(fields=["framework", "valid_from"], name="framework_version_start_once"),
            models.CheckConstraint(
                condition=Q(succeeds__isnull=True) | ~Q(succeeds=F("id")),
                name="framework_version_not_its_own_successor",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.framework.short_name}: {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("frameworks:version", args=[self.framework.code, self.code])

    @property
    def key(self) -> str:
        """The natural key, as reference data names it."""
        return f"{self.framework.code}/{self.code}"
