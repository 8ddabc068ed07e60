from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.development.choices import MOST_TITLE
from academy.development.querysets.audits import PrivateNoteQuerySet
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData

OWN = "read by its owner and nobody else, administrators neither; deleted when she says so or with her account"


class PrivateNote(models.Model):
    """A professional note of one's own: profile, network, thoughts. Private, and no role opens it (S3-54)."""

    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=MOST_TITLE)
    words = models.TextField(blank=True)
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = PrivateNoteQuerySet.as_manager()

    personal_data = PersonalData({"owner": "whose note it is", "title": OWN, "words": OWN})

    class Meta:
        ordering = ["-changed_at", "-pk"]
        indexes = [models.Index(fields=["owner", "-changed_at"], name="privatenote_of_owner")]
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="privatenote_has_title")]

    def __str__(self) -> str:
        return f"private note {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("development:note", args=[self.pk])
