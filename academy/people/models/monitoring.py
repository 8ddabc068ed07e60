from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from academy.engines.reference.models import Version
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.people.querysets.monitoring import MonitoringQuerySet

SPECIAL = (
    "special category data given freely (UK GDPR Art 9(2)(j), Equality Act 2010 s.149); read by herself, and by others "
    "only as totals with small numbers hidden; deleted when she says so or a year after leaving"
)


class MonitoringForm(Version):
    """What an organisation asks for equality monitoring: questions and answers, never without "prefer not to say".

    Without an organisation it is the form of all that have none of their own. `content` has the shape of
    `schema.monitoring.MonitoringFile`.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="monitoring_forms"
    )
    content = models.JSONField(default=dict)

    personal_data = PersonalData({"published_by": "answers for the form; kept as long as the form"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "valid_from"]
        constraints = [
            *Version.Meta.constraints,
            models.UniqueConstraint(
                Coalesce("organisation", 0), "code", "valid_from", name="monitoringform_edition_once"
            ),
        ]

    def __str__(self) -> str:
        return f"monitoring form {self.code}"


class MonitoringAnswer(models.Model):
    """One answer of one person about herself. Nobody but her reads the row; others see totals."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    question = models.SlugField(max_length=40)
    answer = models.SlugField(max_length=60)
    given_at = models.DateTimeField()

    objects = MonitoringQuerySet.as_manager()

    personal_data = PersonalData({"person": SPECIAL, "question": SPECIAL, "answer": SPECIAL})

    class Meta:
        ordering = ["question", "pk"]
        indexes = [models.Index(fields=["question", "answer"], name="monitoring_to_count")]
        constraints = [
            models.UniqueConstraint(fields=["person", "question"], name="monitoringanswer_once"),
            models.CheckConstraint(condition=~Q(question="") & ~Q(answer=""), name="monitoringanswer_answered"),
        ]

    def __str__(self) -> str:
        return "monitoring answer"
