from django.db import models
from django.db.models import Q

from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from panels.choices.panels import MOST_REASON
from panels.models.case import ANSWERS
from panels.models.decision import TOLD, Target


class Progress(models.Model):
    """How far a target is on a day, as whoever it concerns notes it before it is done. What was noted stays."""

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="progress")
    on = models.DateField()
    words = models.CharField(max_length=MOST_REASON)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    personal_data = PersonalData({"words": TOLD, "noted_by": ANSWERS})

    class Meta:
        ordering = ["target", "on", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="progress_has_words")]

    def __str__(self) -> str:
        return f"progress {self.pk} of target {self.target_id}"

    @property
    def person_id(self) -> int:
        """About whom it is."""
        return self.target.person_id

    @property
    def organisation_id(self) -> int:
        return self.target.organisation_id
