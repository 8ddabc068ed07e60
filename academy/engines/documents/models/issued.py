import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.engines.documents.querysets import IssuedQuerySet
from academy.engines.files.models import StoredFile
from academy.engines.frozen.rows import FrozenModel
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData


class Issued(FrozenModel):
    """A document as it was given out: never rendered again, never changed. Its bytes are a private stored file.

    `order` is the job that made it: run twice, it issues once. `template_sha256` is over the template's source and the
    print stylesheet, so that it can be told years later what a page was made with. `code` is printed on every page of
    kinds that print it; `fingerprint` is the SHA-256 of the frozen thing it prints, `subject_id` that thing.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    order = models.UUIDField(unique=True, editable=False)
    code = models.CharField(max_length=9, blank=True)
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="documents")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    subject_id = models.PositiveBigIntegerField(null=True, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveIntegerField()
    variant = models.CharField(max_length=20)
    template = models.CharField(max_length=100)
    template_sha256 = models.CharField(max_length=64)
    policy = models.CharField(max_length=120, blank=True)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = IssuedQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whom the document is about; kept as long as the document",
            "title": "what it is called in lists; kept as long as the document",
            "made_by": "who had it made; kept as long as the document",
            "sha256": "proves which document was given out; kept after its bytes are deleted",
            "fingerprint": "proves what it prints; kept as long as the document",
        }
    )

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name_plural = "issued"
        indexes = [
            models.Index(fields=["person", "-made_at"], name="issued_by_person"),
            models.Index(fields=["sha256"], name="issued_by_sha256"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="issued_code_once"),
            models.CheckConstraint(condition=~Q(kind="") & ~Q(title="") & ~Q(template=""), name="issued_is_named"),
            models.CheckConstraint(condition=~Q(sha256="") & ~Q(template_sha256=""), name="issued_is_fixed"),
            models.CheckConstraint(condition=Q(pages__gte=1), name="issued_has_a_page"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.uid}"

    def get_absolute_url(self) -> str:
        return reverse("documents:document", args=[self.uid])
