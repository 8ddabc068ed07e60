from typing import ClassVar

from django.db import models
from django.db.models import Q

from academy.engines.reference.constraints import once_in_series
from academy.engines.reference.models import Version
from academy.identity.models import Organisation
from academy.identity.personal_data import PersonalData
from panels.choices.panels import MOST_TITLE
from pathways.choices import SittingPurpose


class PanelPolicy(Version):
    """An edition of an employer's rules for one sort of panel: who sits, who judges and how, what may be decided.

    Without an organisation it is for all that have none of their own for that purpose. A case keeps the edition it
    began under.
    """

    SERIES: ClassVar[tuple[str, ...]] = ("organisation", "purpose")

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="panel_policies"
    )
    purpose = models.CharField(max_length=12, choices=SittingPurpose.choices)
    title = models.CharField(max_length=MOST_TITLE)
    content = models.JSONField(default=dict)

    personal_data = PersonalData({"published_by": "answers for the policy; kept as long as the policy"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "purpose", "valid_from"]
        verbose_name = "panel policy"
        verbose_name_plural = "panel policies"
        constraints = [
            *Version.Meta.constraints,
            *once_in_series("panelpolicy", "purpose"),
            models.CheckConstraint(condition=Q(purpose__in=SittingPurpose.values), name="panelpolicy_purpose_known"),
            models.CheckConstraint(condition=~Q(title=""), name="panelpolicy_is_named"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.code}"
