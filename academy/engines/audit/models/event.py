import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from academy.engines.audit.choices import EventKind
from academy.engines.audit.models.name import Name
from academy.engines.audit.triggers import REFUSAL
from academy.identity.personal_data import PersonalData


class Event(models.Model):
    """One thing done, or one page of somebody's record read. Appended, never changed: triggers refuse it.

    Holds no key to its subject and no value of a field, so it outlives the subject and tells no secret.
    """

    only_added_to: ClassVar[str] = REFUSAL

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=4, choices=EventKind.choices)
    at = models.DateTimeField()
    actor = models.ForeignKey(Name, on_delete=models.PROTECT, related_name="+")
    on_behalf_of = models.ForeignKey(Name, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    act = models.CharField(max_length=80)
    subject_label = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    about_id = models.BigIntegerField(
        null=True, blank=True, help_text="The person whose record it is; she may read it."
    )
    organisation_id = models.BigIntegerField(null=True, blank=True)
    from_state = models.CharField(max_length=40, blank=True)
    to_state = models.CharField(max_length=40, blank=True)
    changed = models.JSONField(default=list, blank=True, help_text="Names of changed fields, never their values.")
    note = models.TextField(blank=True)
    request_id = models.CharField(max_length=32, blank=True)
    parent = models.UUIDField(null=True, blank=True, help_text="The event of the act that this one was part of.")

    personal_data = PersonalData(
        {
            "actor": "who did it, through a row that can be scrubbed",
            "on_behalf_of": "for whom a deputy did it, through a row that can be scrubbed",
            "about_id": "id only: lets the person see what was done with her record",
            "note": "the reason given; kept as long as the decision it explains",
        }
    )

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["about_id", "-at"], name="audit_event_about"),
            models.Index(fields=["subject_label", "subject_id", "-at"], name="audit_event_subject"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=EventKind.values), name="audit_event_kind_known"),
            models.CheckConstraint(condition=~Q(act=""), name="audit_event_says_act"),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.subject_label} {self.subject_id}"
