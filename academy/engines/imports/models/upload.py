import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.imports.choices import Standing
from academy.engines.imports.querysets import ImportQuerySet
from academy.engines.jobs.models import Job
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData


class Import(models.Model):
    """A table somebody uploaded to take in. It is checked, then taken in once, whole or its good rows.

    The bytes are kept until the rows were read. Taken in, the good rows go and the wrong ones stay for 30 days.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=60)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    original_name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField(default=bytes)
    encoding = models.CharField(max_length=20, blank=True)
    unused = models.CharField(max_length=500, blank=True, help_text="Headings nothing was read from.")
    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    rows = models.PositiveIntegerField(default=0)
    good = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0, help_text="Rows that became something new.")
    uploaded_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True, help_text="Why it could not be read, as a sentence.")
    asked_at = models.DateTimeField(null=True, blank=True, help_text="When the owner said: take it in.")
    committed_at = models.DateTimeField(null=True, blank=True)

    objects = ImportQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "owner": "who may see it; the row is deleted 30 days after the upload if it was never taken in",
            "original_name": "shown to the owner only",
            "content": "what was uploaded; emptied as soon as its rows are read",
            "sha256": "tells the same file uploaded twice",
        }
    )

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        indexes = [models.Index(fields=["owner", "kind", "sha256"], name="import_by_content")]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "kind", "sha256"],
                condition=Q(committed_at__isnull=False),
                name="import_taken_in_once",
            ),
            models.CheckConstraint(condition=~Q(kind="") & ~Q(original_name=""), name="import_is_named"),
            models.CheckConstraint(condition=Q(good__lte=F("rows")), name="import_good_rows_are_rows"),
            models.CheckConstraint(condition=Q(added__lte=F("good")), name="import_added_rows_are_good"),
            models.CheckConstraint(
                condition=Q(asked_at__isnull=True) | Q(checked_at__isnull=False, reason=""),
                name="import_asked_after_check",
            ),
            models.CheckConstraint(
                condition=Q(committed_at__isnull=True) | Q(asked_at__isnull=False), name="import_taken_in_when_asked"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.uid}"

    def get_absolute_url(self) -> str:
        return reverse("imports:import", args=[self.uid])

    @property
    def bad(self) -> int:
        return self.rows - self.good

    @property
    def known(self) -> int:
        """Good rows that were there before."""
        return self.good - self.added

    @property
    def is_under_way(self) -> bool:
        return self.standing in (Standing.BEING_CHECKED, Standing.BEING_TAKEN_IN)

    @property
    def standing(self) -> Standing:
        if self.committed_at is not None:
            return Standing.TAKEN_IN
        if self.asked_at is not None:
            return Standing.BEING_TAKEN_IN
        if self.reason:
            return Standing.UNREADABLE
        return Standing.CHECKED if self.checked_at is not None else Standing.BEING_CHECKED


class ImportRow(models.Model):
    """One row of an uploaded table: its number in the spreadsheet, its cells by heading, what is wrong with it."""

    upload = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()
    cells = models.JSONField(default=dict)
    faults = models.JSONField(default=list, blank=True, help_text="Pairs of column and sentence.")
    is_good = models.BooleanField()
    effect = models.CharField(max_length=40, blank=True, help_text="What taking it in will do, where the kind says it.")

    personal_data = PersonalData(
        {"cells": "what the owner uploaded; deleted when taken in, wrong rows 30 days after the upload"}
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["upload", "number"], name="importrow_number_once"),
        ]

    def __str__(self) -> str:
        return f"row {self.number} of import {self.upload_id}"
