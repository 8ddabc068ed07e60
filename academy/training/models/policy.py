from django.db import models

from academy.engines.reference.constraints import once_in_series
from academy.engines.reference.models import Version
from academy.identity.models import Organisation
from academy.identity.personal_data import PersonalData


class TrainingPolicy(Version):
    """How an organisation decides on training and keeps its places: stages and their limits, terms, quoted lines.

    Without an organisation it is the policy of all that have none of their own. `content` has the shape of
    `schema.TrainingPolicyFile`.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="training_policies"
    )
    content = models.JSONField(default=dict)

    personal_data = PersonalData({"published_by": "answers for the policy; kept as long as the policy"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "valid_from"]
        verbose_name_plural = "training policies"
        constraints = [
            *Version.Meta.constraints,
            *once_in_series("trainingpolicy"),
        ]

    def __str__(self) -> str:
        return f"training policy {self.code}"


class RequirementMatrix(Version):
    """Which learning an organisation requires of whom and for how long it counts, in one edition.

    `content` has the shape of `schema.MatrixFile`: lines with an audience and a requirement, which the requirements
    engine judges.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="requirement_matrices")
    content = models.JSONField(default=dict)

    personal_data = PersonalData({"published_by": "answers for the matrix; kept as long as the matrix"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "valid_from"]
        verbose_name_plural = "requirement matrices"
        constraints = [
            *Version.Meta.constraints,
            models.UniqueConstraint(fields=["organisation", "code"], name="requirementmatrix_code_once"),
        ]

    def __str__(self) -> str:
        return f"requirements {self.code}"
