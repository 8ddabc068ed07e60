from typing import ClassVar

from django.db import models
from django.db.models import Q

from academy.engines.reference.constraints import once_in_series
from academy.engines.reference.models import Version
from academy.identity.models import Organisation
from academy.identity.personal_data import PersonalData
from academy.people.choices import ServiceKind
from asye.choices.enrolments import MOST_TITLE, Programme


class AsyePolicy(Version):
    """An edition of an employer's programme for one sort of service: length, dates, support, evidence, who signs.

    Without an organisation it is for all that have none of their own for that service. An enrolment keeps the edition
    it began under.
    """

    SERIES: ClassVar[tuple[str, ...]] = ("organisation", "programme", "service")

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="asye_policies"
    )
    programme = models.CharField(max_length=10, choices=Programme.choices)
    service = models.CharField(max_length=10, choices=ServiceKind.choices)
    title = models.CharField(max_length=MOST_TITLE)
    content = models.JSONField(default=dict)

    personal_data = PersonalData({"published_by": "answers for the policy; kept as long as the policy"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "programme", "service", "valid_from"]
        verbose_name = "ASYE policy"
        verbose_name_plural = "ASYE policies"
        constraints = [
            *Version.Meta.constraints,
            *once_in_series("asyepolicy", "programme", "service"),
            models.CheckConstraint(condition=Q(programme__in=Programme.values), name="asyepolicy_programme_known"),
            models.CheckConstraint(condition=Q(service__in=ServiceKind.values), name="asyepolicy_service_known"),
            models.CheckConstraint(condition=~Q(title=""), name="asyepolicy_is_named"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.code}"
