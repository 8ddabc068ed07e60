import uuid

from django.db import models
from django.db.models import Q

from academy.engines.drafts.querysets import OwnWords
from academy.identity.models import User
from academy.identity.personal_data import PersonalData


class Draft(models.Model):
    """Unsent words of one form, seen by nobody but the person who wrote them.

    `revision` counts savings; a tab that began from an older one is told. `tab` is the random name of the tab that
    saved last, so that a tab whose answer was lost on the way is not taken for a second one.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=60)
    key = models.CharField(max_length=60, help_text="new-<uuid>, or the id of the thing being changed.")
    revision = models.PositiveIntegerField()
    payload = models.JSONField(help_text="Field → list of texts.")
    tab = models.CharField(max_length=40, blank=True)
    saved_at = models.DateTimeField()
    expires_on = models.DateField(help_text="The last day it is kept.")

    objects = OwnWords.as_manager()

    personal_data = PersonalData(
        {
            "owner": "whose words they are; the draft goes with the account",
            "payload": "own words not yet handed in; deleted when handed in, discarded or untouched for 180 days",
        }
    )

    class Meta:
        ordering = ["-saved_at", "-pk"]
        indexes = [models.Index(fields=["expires_on"], name="draft_by_expiry")]
        constraints = [
            models.UniqueConstraint(fields=["owner", "form", "key"], name="draft_once"),
            models.CheckConstraint(condition=Q(revision__gte=1), name="draft_revision_counts_from_one"),
            models.CheckConstraint(condition=~Q(form="") & ~Q(key=""), name="draft_has_form_and_key"),
        ]

    def __str__(self) -> str:
        return f"{self.form}/{self.key} revision {self.revision}"


class DraftCopy(models.Model):
    """What a tab sent that began from an older revision: kept beside the draft until its owner chooses."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="copies")
    began_from = models.PositiveIntegerField(help_text="The revision the tab had loaded.")
    tab = models.CharField(max_length=40, blank=True)
    payload = models.JSONField()
    sent_at = models.DateTimeField()

    personal_data = PersonalData({"payload": "own words of a second tab; deleted when one of the two is chosen"})

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name_plural = "draft copies"
        constraints = [
            models.UniqueConstraint(fields=["draft", "tab", "began_from"], name="draft_copy_once_per_tab"),
        ]

    def __str__(self) -> str:
        return f"copy of draft {self.draft_id} from revision {self.began_from}"
