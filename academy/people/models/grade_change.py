from django.db import models
from django.db.models import Q

from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from academy.people.choices.grades import GradeBasis
from academy.people.models.post import Terms


class GradeChange(models.Model):
    """That terms began with another grade or level by a decision, and which: grade, days and reason stand in the terms.

    `decision` names it as people do: Panel of 17 June 2027. `decision_key` is the natural key by which another app
    knows its own decision again, empty for one entered by hand; one decision changes a grade once.
    """

    terms = models.OneToOneField(Terms, on_delete=models.PROTECT, related_name="grade_change")
    basis = models.CharField(max_length=12, choices=GradeBasis.choices)
    decision = models.CharField(max_length=160)
    decision_key = models.CharField(max_length=120, blank=True)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    personal_data = PersonalData(
        {
            "decision": "what her grade rests on; kept for the retention of staff records",
            "entered_by": "who entered it; kept for the retention of staff records",
        }
    )

    class Meta:
        ordering = ["-entered_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(basis__in=GradeBasis.values), name="gradechange_basis_known"),
            models.CheckConstraint(condition=~Q(decision=""), name="gradechange_rests_on_something"),
            models.UniqueConstraint(
                fields=["decision_key"], condition=~Q(decision_key=""), name="gradechange_once_by_a_decision"
            ),
        ]

    def __str__(self) -> str:
        return f"grade change {self.pk}"

    @property
    def in_words(self) -> str:
        """The decision with its sort: Progression panel: Panel of 17 June 2027."""
        return f"{self.get_basis_display()}: {self.decision}"
