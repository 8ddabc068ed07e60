"""Codes of how somebody comes to another grade or level."""

from django.db.models import TextChoices


class GradeBasis(TextChoices):
    """What sort of decision a grade rests on; the ways a ladder knows on from one step to the next (D5-01)."""

    CONDITION = "condition", "Condition met"
    APPRAISAL = "appraisal", "Appraisal"
    PANEL = "panel", "Progression panel"
    RECRUITMENT = "recruitment", "Recruitment to a vacancy"
    REVIEW = "review", "Review of the post"
    CORRECTION = "correction", "Correction of the record"
