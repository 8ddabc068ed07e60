from django.db import models
from django.db.models import Q

from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from academy.people.choices import AbsenceCategory
from academy.people.models.dated import Dated


class Absence(Dated):
    """Days away, with a category and never a reason: what due dates and cover need to know, and no more."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="absences")
    category = models.CharField(max_length=20, choices=AbsenceCategory.choices)

    personal_data = PersonalData(
        {
            "person": "who was away",
            "category": "moves due dates; shown to her, her line manager, the academy and HR; deleted after 6 years",
            "from_on": "moves due dates; deleted after 6 years",
            "until_on": "moves due dates; deleted after 6 years",
        }
    )

    class Meta(Dated.Meta):
        ordering = ["-from_on"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=Q(category__in=AbsenceCategory.values), name="absence_category_known"),
        ]

    def __str__(self) -> str:
        return self.get_category_display()
