from typing import ClassVar

from django.db import models
from django.db.models import Q

from academy.engines.reference.models import Version
from academy.identity.models import Organisation
from academy.identity.personal_data import PersonalData
from academy.people.choices import ServiceKind
from pathways.choices import MOST_TITLE


class LadderVersion(Version):
    """An edition of one employer's ladder: rungs, steps with what they ask, and pathways, all in `content`.

    `ladder` names the ladder whose editions follow each other; an organisation may have several beside each other, one
    for adults' and one for children's services (X-01).
    """

    SERIES: ClassVar[tuple[str, ...]] = ("organisation", "ladder")

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="ladders")
    ladder = models.SlugField(max_length=40)
    title = models.CharField(max_length=MOST_TITLE)
    service_kind = models.CharField(max_length=10, choices=ServiceKind.choices, blank=True)
    is_public = models.BooleanField(default=True, help_text="Shown to anybody at the organisation's public address.")
    content = models.JSONField()

    personal_data = PersonalData({"published_by": "answers for the ladder; kept as long as the ladder"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "ladder", "valid_from"]
        constraints = [
            *Version.Meta.constraints,
            models.UniqueConstraint(fields=["organisation", "ladder", "code"], name="ladderversion_code_once"),
            models.UniqueConstraint(
                fields=["organisation", "ladder", "valid_from"],
                condition=Q(withdrawn_on__isnull=True),
                name="ladderversion_start_once",
            ),
            models.CheckConstraint(
                condition=Q(service_kind__in=["", *ServiceKind.values]), name="ladderversion_service_known"
            ),
            models.CheckConstraint(condition=~Q(title="") & ~Q(ladder=""), name="ladderversion_is_named"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.code}"
