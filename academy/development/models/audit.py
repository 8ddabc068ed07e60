from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.development.choices.audits import AuditPurpose, AuditState, Rating
from academy.development.querysets.audits import AuditQuerySet
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData

TWO = "read by the person and, once she shares it, her supervisor; kept with the learning record"


class SelfAudit(models.Model):
    """How somebody sees her practice against a framework at a level, and how her supervisor sees it (S3-63, S3-64).

    A draft is hers alone. Shared, the supervisor adds her view beside it; talked over, it is locked. It decides
    nothing: it is read for the annual review and for progression, and computes no outcome (D1-54).
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="self_audits")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="self_audits")
    framework = models.ForeignKey("frameworks.FrameworkVersion", on_delete=models.PROTECT, related_name="+")
    level = models.ForeignKey("frameworks.Level", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    purpose = models.CharField(max_length=12, choices=AuditPurpose.choices, default=AuditPurpose.OWN)
    supervisor = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="audits_supervised"
    )
    state = models.CharField(max_length=10, choices=AuditState.choices, default=AuditState.DRAFT)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    shared_at = models.DateTimeField(null=True, blank=True)
    discussed_on = models.DateField(null=True, blank=True)
    person_signed_at = models.DateTimeField(null=True, blank=True)
    supervisor_signed_at = models.DateTimeField(null=True, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    summary = models.TextField(blank=True, help_text="What the two take from talking about the differences.")

    objects = AuditQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose self-audit it is; kept with the learning record",
            "supervisor": "with whom it is shared; kept with the learning record",
            "summary": TWO,
        }
    )

    class Meta:
        ordering = ["-started_at", "-pk"]
        verbose_name = "self-audit"
        indexes = [models.Index(fields=["person", "framework", "-started_at"], name="selfaudit_of_person")]
        constraints = [
            state_known(AuditState, name="selfaudit_state_known"),
            models.CheckConstraint(condition=Q(purpose__in=AuditPurpose.values), name="selfaudit_purpose_known"),
            models.CheckConstraint(
                condition=Q(supervisor__isnull=True) | ~Q(supervisor=F("person")), name="selfaudit_with_another"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[AuditState.SHARED, AuditState.DISCUSSED])
                | Q(supervisor__isnull=False, shared_at__isnull=False),
                name="selfaudit_shared_with_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=AuditState.DISCUSSED)
                | Q(
                    discussed_on__isnull=False,
                    locked_at__isnull=False,
                    person_signed_at__isnull=False,
                    supervisor_signed_at__isnull=False,
                ),
                name="selfaudit_discussed_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"self-audit {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("development:audit", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Can it still be written?"""
        return self.state in (AuditState.DRAFT, AuditState.SHARED)

    @property
    def standing(self) -> AuditState:
        """The state with its word and its shape."""
        return AuditState(self.state)


class AuditRating(models.Model):
    """Both views of one statement, side by side, and what was said about a difference."""

    audit = models.ForeignKey(SelfAudit, on_delete=models.PROTECT, related_name="ratings")
    statement = models.ForeignKey("frameworks.Statement", on_delete=models.PROTECT, related_name="+")
    own_rating = models.PositiveSmallIntegerField(choices=Rating.choices, null=True, blank=True)
    own_words = models.TextField(blank=True)
    supervisor_rating = models.PositiveSmallIntegerField(choices=Rating.choices, null=True, blank=True)
    supervisor_words = models.TextField(blank=True)
    talked_words = models.TextField(blank=True)

    personal_data = PersonalData(
        {"own_rating": TWO, "own_words": TWO, "supervisor_rating": TWO, "supervisor_words": TWO, "talked_words": TWO}
    )

    class Meta:
        ordering = ["statement__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["audit", "statement"], name="auditrating_statement_once"),
            models.CheckConstraint(
                condition=Q(own_rating__isnull=True) | Q(own_rating__in=Rating.values), name="auditrating_own_known"
            ),
            models.CheckConstraint(
                condition=Q(supervisor_rating__isnull=True) | Q(supervisor_rating__in=Rating.values),
                name="auditrating_supervisor_known",
            ),
        ]

    def __str__(self) -> str:
        return f"rating {self.pk}"
