import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.files.choices import CONTENT_TYPES, ENDINGS, PICTURES, SHOWN_IN_PAGE, FileKind, ScanState
from academy.engines.files.querysets import StoredFileQuerySet
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData


class StoredFile(models.Model):
    """A file somebody handed in. Its bytes lie in private storage under a random key and have no public address.

    The row stays when the bytes are deleted: hash, size, day and reason are what a decision may have rested on.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    original_name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=FileKind.choices)
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    sha256 = models.CharField(max_length=64)
    storage_key = models.CharField(max_length=80, unique=True)
    shown_key = models.CharField(
        max_length=90, blank=True, help_text="Of a picture: where the copy lies that is shown."
    )
    scan_state = models.CharField(max_length=20, choices=ScanState.choices)
    uploaded_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True, blank=True)
    deleted_because = models.CharField(max_length=200, blank=True)

    objects = StoredFileQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "owner": "whose file it is; kept as long as the row",
            "original_name": "shown to those who may read the file; emptied to “file” when the bytes are deleted",
            "sha256": "proves which file a decision rested on; kept after the bytes are deleted",
        }
    )

    class Meta:
        ordering = ["uploaded_at", "pk"]
        indexes = [models.Index(fields=["owner", "uploaded_at"], name="stored_file_by_owner")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=FileKind.values), name="stored_file_kind_known"),
            models.CheckConstraint(condition=Q(scan_state__in=ScanState.values), name="stored_file_scan_state_known"),
            models.CheckConstraint(condition=Q(size__gt=0), name="stored_file_not_empty"),
            models.CheckConstraint(condition=~Q(original_name=""), name="stored_file_has_name"),
            models.CheckConstraint(
                condition=Q(deleted_at__isnull=True, deleted_because="")
                | (Q(deleted_at__isnull=False, deleted_at__gte=F("uploaded_at")) & ~Q(deleted_because="")),
                name="stored_file_deleted_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.original_name

    def get_absolute_url(self) -> str:
        return reverse("files:file", args=[self.uid])

    @property
    def page_url(self) -> str:
        """The page around it."""
        return reverse("files:page", args=[self.uid])

    @property
    def content_type(self) -> str:
        """What the browser is told: from the recognised kind, never from what was sent."""
        return CONTENT_TYPES[self.kind]

    @property
    def saved_name(self) -> str:
        """Its name with an ending of its kind, so that nothing else opens it once it is saved."""
        endings = ENDINGS[self.kind]
        return self.original_name if self.original_name.lower().endswith(endings) else self.original_name + endings[0]

    @property
    def standing(self) -> ScanState:
        """How far the virus check is, with its word and its shape."""
        return ScanState(self.scan_state)

    @property
    def known_kind(self) -> FileKind:
        return FileKind(self.kind)

    @property
    def kind_words(self) -> str:
        return str(self.known_kind.label)

    @property
    def is_shown_in_page(self) -> bool:
        return self.kind in SHOWN_IN_PAGE

    @property
    def is_picture(self) -> bool:
        return self.kind in PICTURES

    @property
    def is_there(self) -> bool:
        """Are the bytes still kept?"""
        return self.deleted_at is None

    @property
    def is_clean(self) -> bool:
        return self.scan_state == ScanState.CLEAN

    @property
    def is_open(self) -> bool:
        """Can it be opened: kept, and past the virus check?"""
        return self.is_there and self.is_clean
