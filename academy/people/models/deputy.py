from django.db import models
from django.db.models import F, Q

from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.people.models.dated import Dated


class Deputy(Dated):
    """Somebody who may act for an absent approver over a time; both names stay on what she does."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="deputies")
    deputy = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="stands_in")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    personal_data = PersonalData({"person": "who is stood in for", "deputy": "who stands in"})

    class Meta(Dated.Meta):
        ordering = ["-from_on"]
        verbose_name_plural = "deputies"
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=~Q(person=F("deputy")), name="deputy_is_somebody_else"),
        ]
        indexes = [models.Index(fields=["deputy", "until_on"], name="deputy_by_deputy")]

    def __str__(self) -> str:
        return f"deputy {self.pk}"
