from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

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
            models.UniqueConstraint(Coalesce("organisation", 0), "code", name="evidencepolicy_code_once"),
            models.UniqueConstraint(
                Coalesce("organisation", 0),
                "valid_from",
                condition=Q(withdrawn_on__isnull=True),
                name="evidencepolicy_start_once",
            ),
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
            models.UniqueConstraint(
                Coalesce("organisation", 0), "template", "code", name="portfoliotemplate_code_once"
            ),
            models.UniqueConstraint(
                Coalesce("organisation", 0),
                "template",
                "valid_from",
                condition=Q(withdrawn_on__isnull=True),
                name="portfoliotemplate_start_once",
            ),
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="portfoliotemplate_purpose_known"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(template=""), name="portfoliotemplate_is_named"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.code}"
