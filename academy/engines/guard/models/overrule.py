from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from academy.engines.guard.choices import MOST_REASON, HitKind
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData


class Overrule(models.Model):
    """That a writer said of something the guard found in what she wrote that it tells nobody who somebody is, and why.

    The words found are not kept: `mark` is a keyed hash by which they are known again when she sends them again.
    """

    thing_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    thing_id = models.BigIntegerField()
    writer = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Empty for a link's holder.",
    )
    field = models.CharField(max_length=60)
    kind = models.CharField(max_length=20, choices=HitKind.choices)
    mark = models.CharField(max_length=64)
    reason = models.CharField(max_length=MOST_REASON)
    overruled_at = models.DateTimeField()

    personal_data = PersonalData(
        {
            "writer": "who answers for it; kept as long as what she wrote",
            "reason": "why it tells nobody; shown to those who sign what she wrote, kept as long",
        }
    )

    class Meta:
        ordering = ["overruled_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["thing_type", "thing_id", "mark"], name="overrule_once"),
            models.CheckConstraint(condition=Q(kind__in=HitKind.values), name="overrule_kind_known"),
            models.CheckConstraint(
                condition=~Q(field="") & ~Q(mark="") & ~Q(reason=""), name="overrule_says_what_and_why"
            ),
        ]

    def __str__(self) -> str:
        return f"overrule {self.pk}"
