import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.engines.files.models import StoredFile
from academy.engines.frozen.rows import FrozenModel, FrozenQuerySet
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from portfolios.choices.evidence import MOST_CAPTION
from portfolios.models.portfolio import Portfolio
from portfolios.querysets.snapshots import SnapshotQuerySet


class Snapshot(FrozenModel):
    """A portfolio as it was handed in: its canonical JSON, byte for byte, and the SHA-256 over it.

    Never changed and never deleted; handing in again makes the next number. `schema` is the version of its shape.
    """

    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, related_name="snapshots")
    number = models.PositiveSmallIntegerField()
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    schema = models.PositiveSmallIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    pieces = models.PositiveSmallIntegerField()
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = SnapshotQuerySet.as_manager()
    only_added_to = "What was handed in is never changed."

    personal_data = PersonalData(
        {
            "content": "the portfolio as handed in; kept as long as the decisions that rest on it",
            "taken_by": "who handed it in; kept with it",
            "sha256": "proves what was handed in; kept with it",
        }
    )

    class Meta:
        ordering = ["portfolio", "number"]
        constraints = [
            models.UniqueConstraint(fields=["portfolio", "number"], name="snapshot_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="snapshot_counts_from_one"),
            models.CheckConstraint(condition=~Q(content="") & ~Q(sha256=""), name="snapshot_is_whole"),
        ]

    def __str__(self) -> str:
        return f"snapshot {self.number} of portfolio {self.portfolio_id}"

    def get_absolute_url(self) -> str:
        return reverse("portfolios:snapshot", args=[self.pk])

    @property
    def person_id(self) -> int:
        """Whose portfolio it is."""
        return self.portfolio.person_id


class SnapshotFile(FrozenModel):
    """A file as it was handed in with a snapshot."""

    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    caption = models.CharField(max_length=MOST_CAPTION, blank=True)
    is_cleared = models.BooleanField(default=False, help_text="May stay in the edition without names.")

    objects = FrozenQuerySet.as_manager()
    only_added_to = "What was handed in is never changed."

    personal_data = PersonalData(
        {
            "caption": "what a picture shows; kept with the snapshot",
            "sha256": "proves which file was handed in; kept with the snapshot",
        }
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["snapshot", "file"], name="snapshotfile_once"),
            models.CheckConstraint(condition=~Q(sha256=""), name="snapshotfile_is_fixed"),
        ]

    def __str__(self) -> str:
        return f"file {self.file_id} of snapshot {self.snapshot_id}"
