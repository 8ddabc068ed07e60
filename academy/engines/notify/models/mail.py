from django.db import models
from django.db.models import Q

from academy.engines.notify.choices import MailStatus
from academy.engines.notify.querysets import MailQuerySet
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData


class Mail(models.Model):
    """One e-mail to one person, or to one address outside. The row is the job: whoever claims it sends it, and it stays
    due until it has gone.

    Its text and file are deleted the moment it has gone or is taken back: it may hold a one-time link, and the inbox
    keeps what is worth keeping.
    """

    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Nobody for a mail to somebody outside, whom the portal knows by her address only.",
    )
    kind = models.CharField(max_length=80)
    address = models.EmailField()
    subject = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    file_name = models.CharField(max_length=100, blank=True, help_text="Of the one file that goes with it, if any.")
    file_type = models.CharField(max_length=100, blank=True)
    file_text = models.TextField(blank=True)
    message_id = models.CharField(max_length=200, unique=True, editable=False)
    status = models.CharField(max_length=10, choices=MailStatus.choices, default=MailStatus.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField()
    due_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = MailQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "to whom it was sent; kept to answer whether a mail went out, deleted with the inbox",
            "address": "where it was sent; kept to answer whether a mail went out, deleted with the inbox",
            "subject": "kept to answer whether a mail went out, deleted with the inbox",
            "text": "deleted when the mail has gone or was taken back",
            "file_text": "deleted when the mail has gone or was taken back",
        }
    )

    class Meta:
        ordering = ["due_at", "pk"]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(status__in=["queued", "claimed"]), name="mail_to_send"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=MailStatus.values), name="mail_status_known"),
            models.CheckConstraint(
                condition=Q(status=MailStatus.SENT, sent_at__isnull=False, text="")
                | Q(status=MailStatus.TAKEN_BACK, sent_at__isnull=True, text="")
                | (~Q(status__in=[MailStatus.SENT, MailStatus.TAKEN_BACK]) & Q(sent_at__isnull=True) & ~Q(text="")),
                name="mail_sent_has_time_and_no_text",
            ),
            models.CheckConstraint(
                condition=~Q(status=MailStatus.CLAIMED) | Q(claimed_at__isnull=False), name="mail_claimed_has_time"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[MailStatus.SENT, MailStatus.TAKEN_BACK]) | Q(file_text=""),
                name="mail_sent_has_no_file",
            ),
            models.CheckConstraint(condition=~Q(address=""), name="mail_has_address"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.message_id}"
