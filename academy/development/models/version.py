from django.db import models
from django.db.models import Q

from academy.development.choices import MOST_TITLE, Kind, Way
from academy.development.models.entry import Entry
from academy.engines.files.models import StoredFile
from academy.engines.frozen.rows import FrozenModel, FrozenQuerySet
from academy.identity.personal_data import NO_PERSONAL_DATA, PersonalData


class EntryVersion(FrozenModel):
    """An entry as it stood when it was shared or used: text, statements and files, with a SHA-256 over all of them.

    Never changed and never deleted. The next share or use of a changed entry makes the next number.
    """

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=MOST_TITLE)
    text = models.JSONField(help_text="Kind, dates, way, hours and the three texts.")
    statements = models.JSONField(
        default=list, help_text="Natural key and title of each statement as it was called then."
    )
    files = models.JSONField(default=list, help_text="Id, name and SHA-256 of each file.")
    sha256 = models.CharField(max_length=64, help_text="Over the canonical JSON of text, statements and files.")
    cut_at = models.DateTimeField()
    attached = models.ManyToManyField(StoredFile, related_name="+", blank=True)

    objects = FrozenQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "title": "own writing as shared or used; kept as long as what it was used for",
            "text": "own writing as shared or used; kept as long as what it was used for",
            "statements": "what the author said it speaks to; kept with the copy",
            "files": "names and hashes of files as shared or used; kept with the copy",
        }
    )

    class Meta:
        ordering = ["entry", "number"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="entry_version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="entry_version_counts_from_one"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(sha256=""), name="entry_version_complete"),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of entry {self.entry_id}"

    @property
    def kind_words(self) -> str:
        return str(Kind(self.text["kind"]).label)

    @property
    def way(self) -> Way:
        return Way(self.text["way"])


class Use(models.Model):
    """That a version of an entry serves a purpose: a regulator's piece, a portfolio, an ASYE part, an appraisal.

    Written by the app it serves; `reference` is that app's own name for the thing. It keeps the copy it cited.
    """

    version = models.ForeignKey(EntryVersion, on_delete=models.PROTECT, related_name="uses")
    purpose = models.SlugField(max_length=40)
    label = models.CharField(max_length=80, help_text="What it is used in, in a word or two for a list.")
    reference = models.CharField(max_length=80, blank=True)
    used_at = models.DateTimeField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["used_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "purpose", "reference"], name="use_once"),
            models.CheckConstraint(condition=~Q(purpose="") & ~Q(label=""), name="use_has_purpose_and_label"),
        ]

    def __str__(self) -> str:
        return self.label
