from typing import ClassVar

from django.db import models
from django.db.models import Q

from academy.engines.reference.constraints import once_in_series
from academy.engines.reference.models import Version
from academy.identity.models import Organisation
from academy.identity.personal_data import PersonalData
from portfolios.choices.portfolios import MOST_TITLE, Purpose


class EvidencePolicy(Version):
    """How an organisation gathers evidence: the scale of its audits, what feedback asks, who may observe, how soon a
    breach is corrected. Without an organisation it is the policy of all that have none of their own.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence_policies"
    )
    content = models.JSONField(default=dict)

    personal_data = PersonalData({"published_by": "answers for the policy; kept as long as the policy"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "valid_from"]
        verbose_name_plural = "evidence policies"
        constraints = [
            *Version.Meta.constraints,
            *once_in_series("evidencepolicy"),
        ]

    def __str__(self) -> str:
        return f"evidence policy {self.code}"


class PortfolioTemplate(Version):
    """An edition of what a portfolio of one purpose holds: sections, who fills them, what is required, who signs.

    Without an organisation it is for all that have none of their own for the purpose.
    """

    SERIES: ClassVar[tuple[str, ...]] = ("organisation", "template")

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="portfolio_templates"
    )
    template = models.SlugField(max_length=40)
    title = models.CharField(max_length=MOST_TITLE)
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    content = models.JSONField(default=dict)

    personal_data = PersonalData({"published_by": "answers for the template; kept as long as the template"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "template", "valid_from"]
        constraints = [
            *Version.Meta.constraints,
            *once_in_series("portfoliotemplate", "template"),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="portfoliotemplate_purpose_known"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(template=""), name="portfoliotemplate_is_named"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.code}"
