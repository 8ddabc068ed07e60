import uuid

from django.db import models
from django.db.models import Q

from academy.engines.drafts.choices import LONGEST_PATH
from academy.engines.drafts.querysets import OwnWords
from academy.identity.models import User
from academy.identity.personal_data import PersonalData


class ParkedPost(models.Model):
    """A form sent after its session had ended: kept for the person it was made for, shown once she has signed in.

    Files that came with it are not kept; `had_files` lets the page say so.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    path = models.CharField(max_length=LONGEST_PATH)
    payload = models.JSONField()
    had_files = models.BooleanField(default=False)
    parked_at = models.DateTimeField()
    expires_on = models.DateField(help_text="The last day it is kept.")

    objects = OwnWords.as_manager()

    personal_data = PersonalData(
        {
            "owner": "whose words they are; they go with the account",
            "payload": "own words sent too late; deleted when put back or discarded, and after 180 days",
        }
    )

    class Meta:
        ordering = ["-parked_at", "-pk"]
        indexes = [
            models.Index(fields=["owner", "form", "key", "-parked_at"], name="parked_post_by_form"),
            models.Index(fields=["expires_on"], name="parked_post_by_expiry"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(form="") & ~Q(key=""), name="parked_post_has_form_and_key"),
            models.CheckConstraint(condition=Q(path__startswith="/"), name="parked_post_path_is_ours"),
        ]

    def __str__(self) -> str:
        return f"{self.form}/{self.key}"
