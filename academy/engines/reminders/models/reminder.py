from django.db import models
from django.db.models import Q

from academy.engines.reminders.choices import ReminderStatus
from academy.engines.reminders.models.digest import Digest
from academy.engines.reminders.querysets import ReminderQuerySet
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData


class Reminder(models.Model):
    """A line of the ledger: one person is to hear once of one thing's day, at one offset of its deadline.

    `kind` is the deadline's key and says what the subject is; `days` is the offset. A row is never deleted while its
    deadline could be found again, which is what keeps anybody from being told twice.
    """

    kind = models.CharField(max_length=80)
    subject_id = models.BigIntegerField()
    about = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    days = models.SmallIntegerField()
    status = models.CharField(max_length=10, choices=ReminderStatus.choices, default=ReminderStatus.WAITING)
    found_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    digest = models.ForeignKey(Digest, on_delete=models.CASCADE, null=True, blank=True, related_name="reminders")

    objects = ReminderQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "about": "whose deadline it is; deleted after 2 years",
            "recipient": "who is reminded; keeps her from being told twice; deleted after 2 years",
        }
    )

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["recipient"], condition=Q(status="waiting"), name="reminder_waiting"),
            models.Index(fields=["found_at"], name="reminder_by_age"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["kind", "subject_id", "recipient", "due_on", "days"], name="reminder_once"),
            models.CheckConstraint(condition=~Q(kind=""), name="reminder_has_kind"),
            models.CheckConstraint(condition=Q(status__in=ReminderStatus.values), name="reminder_status_known"),
            models.CheckConstraint(
                condition=Q(status=ReminderStatus.TOLD, digest__isnull=False)
                | (~Q(status=ReminderStatus.TOLD) & Q(digest__isnull=True)),
                name="reminder_told_in_a_digest",
            ),
            models.CheckConstraint(
                condition=Q(status=ReminderStatus.WAITING, decided_at__isnull=True)
                | (~Q(status=ReminderStatus.WAITING) & Q(decided_at__isnull=False)),
                name="reminder_decided_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_id}, {self.days} days, to person {self.recipient_id}"
