from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.identity.models import Organisation
from academy.identity.personal_data import NO_PERSONAL_DATA
from pathways.choices import MOST_REASON, MOST_TITLE, SittingPurpose
from pathways.querysets import SittingQuerySet


class Sitting(models.Model):
    """A day on which a panel meets, and the last day on which something can be handed in to it.

    Everybody plans towards it; panels attach to it. It is cancelled with a reason, never deleted.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="sittings")
    purpose = models.CharField(max_length=12, choices=SittingPurpose.choices)
    title = models.CharField(max_length=MOST_TITLE, blank=True, help_text="Only where there are several on a day.")
    on = models.DateField(db_column="sits_on")
    submit_by = models.DateField(help_text="The last day to hand in, inclusive.")
    endorse_by = models.DateField(help_text="The last day for the manager's endorsement, inclusive.")
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.CharField(max_length=MOST_REASON, blank=True)

    objects = SittingQuerySet.as_manager()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["on", "pk"]
        indexes = [models.Index(fields=["organisation", "purpose", "submit_by"], name="sitting_to_come")]
        constraints = [
            models.CheckConstraint(condition=Q(purpose__in=SittingPurpose.values), name="sitting_purpose_known"),
            models.CheckConstraint(condition=Q(submit_by__lte=F("on")), name="sitting_after_submission"),
            models.CheckConstraint(condition=Q(endorse_by__lte=F("submit_by")), name="sitting_endorsed_first"),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True, cancelled_because="")
                | (Q(cancelled_at__isnull=False) & ~Q(cancelled_because="")),
                name="sitting_cancelled_with_reason",
            ),
            models.UniqueConstraint(
                fields=["organisation", "purpose", "on", "title"],
                condition=Q(cancelled_at__isnull=True),
                name="sitting_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{SittingPurpose(self.purpose).label} {self.on}"

    def get_absolute_url(self) -> str:
        return reverse("pathways:sittings")

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None
