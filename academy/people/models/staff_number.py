from django.db import models
from django.db.models import Q

from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.people.querysets.staff_numbers import StaffNumberQuerySet


class StaffNumber(models.Model):
    """The number by which an employer's HR system knows somebody; the HR feed finds people by it and nothing else."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="staff_numbers")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="staff_numbers")
    number = models.CharField(max_length=30)
    entered_at = models.DateTimeField()

    objects = StaffNumberQuerySet.as_manager()

    personal_data = PersonalData(
        {"person": "whose number it is", "number": "shown to her and HR; kept for the retention of staff records"}
    )

    class Meta:
        ordering = ["organisation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="staffnumber_number_once"),
            models.UniqueConstraint(fields=["organisation", "person"], name="staffnumber_person_once"),
            models.CheckConstraint(condition=~Q(number=""), name="staffnumber_has_number"),
        ]

    def __str__(self) -> str:
        return f"staff number of {self.person_id}"
