import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.files.models import StoredFile
from academy.engines.jobs.choices import MOST_ATTEMPTS, OVER, JobStatus
from academy.engines.jobs.querysets import JobQuerySet
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData


class Job(models.Model):
    """Long work somebody asked for. The row is the job: the broker only rings, and a lost message loses nothing.

    `heartbeat_at` is the last sign of the worker; `attempts` tells one worker's turn from the next one's.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=60)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    arguments = models.JSONField(default=dict, blank=True, help_text="Ids, codes and dates only.")
    status = models.CharField(max_length=10, choices=JobStatus.choices, default=JobStatus.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    progress = models.PositiveSmallIntegerField(default=0, help_text="Per cent.")
    progress_words = models.CharField(max_length=120, blank=True)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    rung_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    result = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=300, blank=True, help_text="Why it was not done, as a sentence.")

    objects = JobQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "owner": "who asked and may see how it goes; the row is deleted 90 days after it ended",
            "arguments": "ids only: what the work is about",
        }
    )

    class Meta:
        ordering = ["-asked_at", "-pk"]
        indexes = [
            models.Index(fields=["status", "due_at"], name="job_by_status"),
            models.Index(fields=["owner", "-asked_at"], name="job_by_owner"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(kind=""), name="job_has_kind"),
            models.CheckConstraint(condition=Q(status__in=JobStatus.values), name="job_status_known"),
            models.CheckConstraint(condition=Q(attempts__lte=MOST_ATTEMPTS), name="job_attempts_limited"),
            models.CheckConstraint(condition=Q(progress__lte=100), name="job_progress_in_per_cent"),
            models.CheckConstraint(condition=Q(due_at__gte=F("asked_at")), name="job_due_after_asked"),
            models.CheckConstraint(
                condition=Q(status__in=OVER, finished_at__isnull=False)
                | (~Q(status__in=OVER) & Q(finished_at__isnull=True)),
                name="job_over_when_finished",
            ),
            models.CheckConstraint(
                condition=~Q(status=JobStatus.RUNNING) | Q(started_at__isnull=False, heartbeat_at__isnull=False),
                name="job_running_gives_signs",
            ),
            models.CheckConstraint(
                condition=(Q(status=JobStatus.FAILED) & ~Q(reason="")) | (~Q(status=JobStatus.FAILED) & Q(reason="")),
                name="job_failed_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.uid}"

    def get_absolute_url(self) -> str:
        return reverse("jobs:job", args=[self.uid])

    @property
    def is_over(self) -> bool:
        return self.status in OVER
