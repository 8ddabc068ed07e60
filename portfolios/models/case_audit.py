from django.db import models
from django.db.models import Q

from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from portfolios.choices.evidence import MOST_REFERENCE, Auditor
from portfolios.models.evidence import SECOND, Evidence


class CaseAudit(models.Model):
    """A case audited by somebody: which case (a reference without names), when, the grade and why (S2-72).

    `scale` is the scale as it was then, from the worst grade to the best, in codes; `grade` is one of them.
    """

    evidence = models.OneToOneField(Evidence, on_delete=models.CASCADE, primary_key=True, related_name="case_audit")
    reference = models.CharField(max_length=MOST_REFERENCE)
    relation = models.CharField(max_length=14, choices=Auditor.choices)
    auditor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    is_live = models.BooleanField(default=True, help_text="Talked over with the worker beside the open record.")
    scale = models.JSONField(default=list)
    grade = models.SlugField(max_length=40, blank=True)
    comments = models.TextField(blank=True)
    audited_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        {
            "reference": "which case, without a name; read with the piece; kept with it",
            "auditor": SECOND,
            "grade": SECOND,
            "comments": SECOND,
        }
    )

    class Meta:
        ordering = ["-audited_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(relation__in=Auditor.values), name="caseaudit_relation_known"),
            models.CheckConstraint(condition=~Q(reference=""), name="caseaudit_names_case"),
            models.CheckConstraint(
                condition=(Q(grade="", audited_at__isnull=True))
                | (~Q(grade="") & ~Q(comments="") & Q(audited_at__isnull=False)),
                name="caseaudit_graded_with_comments",
            ),
        ]

    def __str__(self) -> str:
        return f"audit {self.evidence_id}"
