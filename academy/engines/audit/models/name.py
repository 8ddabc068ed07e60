from django.db import models
from django.db.models import Q

from academy.identity.choices import ActorKind
from academy.identity.personal_data import PersonalData


class Name(models.Model):
    """The one row through which events name somebody: scrubbing it scrubs the name everywhere, and no event changes."""

    kind = models.CharField(max_length=10, choices=ActorKind.choices)
    reference = models.CharField(max_length=80, help_text="Id of the person, the account, or the part of the portal.")
    name = models.CharField(max_length=200)
    scrubbed_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        {
            "reference": "id only; kept as long as the events",
            "name": "says who did or read it; scrubbed when the person's retention ends",
        }
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "reference"], name="audit_name_once"),
            models.CheckConstraint(condition=Q(kind__in=ActorKind.values), name="audit_name_kind_known"),
        ]

    def __str__(self) -> str:
        return self.name
