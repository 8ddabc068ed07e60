import uuid

from django.db import models
from django.urls import reverse

from academy.identity.personal_data import PersonalData


class Person(models.Model):
    """A human being the academy knows, with or without a login: staff, leavers, coaches, students, candidates."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    known_as = models.CharField(max_length=80, blank=True)
    work_email = models.EmailField(blank=True)
    added_at = models.DateTimeField(auto_now_add=True)

    personal_data = PersonalData(
        {
            "uid": "names the person in exports and anonymous links; kept with the record",
            "given_name": "shown to colleagues; scrubbed when the record's retention ends",
            "family_name": "shown to colleagues; scrubbed when the record's retention ends",
            "known_as": "how colleagues address the person; scrubbed when the record's retention ends",
            "work_email": "reaches the person at work; scrubbed when the last post ended and retention is over",
        }
    )

    class Meta:
        ordering = ["family_name", "given_name", "pk"]
        verbose_name_plural = "people"
        indexes = [models.Index(fields=["family_name", "given_name"], name="person_by_name")]

    def __str__(self) -> str:
        return self.full_name

    def get_absolute_url(self) -> str:
        return reverse("people:person", args=[self.pk])

    @property
    def short_name(self) -> str:
        """How colleagues say it: the name the person goes by."""
        return self.known_as or self.given_name

    @property
    def full_name(self) -> str:
        return f"{self.short_name} {self.family_name}"
