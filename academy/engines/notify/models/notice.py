from django.db import models
from django.db.models import F, Q

from academy.engines.notify.querysets import NoticeQuerySet
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData


class Notice(models.Model):
    """Something the portal told a person, in her inbox."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=80)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    url = models.CharField(max_length=300, blank=True, help_text="Path of the page it is about.")
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "to whom it was told; deleted with the inbox",
            "subject": "shown to the person only; deleted with the inbox",
            "body": "shown to the person only; deleted with the inbox",
            "url": "leads the person to the page; holds ids only; deleted with the inbox",
            "read_at": "tells the person what is new; deleted with the inbox",
        }
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["person", "-created_at"], name="notice_of_person"),
            models.Index(fields=["person"], condition=Q(read_at__isnull=True), name="notice_unread"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(subject=""), name="notice_has_subject"),
            models.CheckConstraint(
                condition=Q(read_at__isnull=True) | Q(read_at__gte=F("created_at")), name="notice_read_after_written"
            ),
        ]

    def __str__(self) -> str:
        return self.subject
