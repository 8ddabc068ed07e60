import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.files.models import StoredFile
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from portfolios.choices.evidence import (
    MOST_CAPTION,
    MOST_REASON,
    MOST_TITLE,
    EvidenceKind,
    EvidenceState,
    RecordSeen,
)
from portfolios.querysets.evidence import EvidenceQuerySet

OWN = "read by the practitioner, whom she asks, and readers of what she hands in; kept with the learning record"
SECOND = "what the second person says and when; read with the piece; kept with the learning record"


class Evidence(models.Model):
    """A piece of evidence that rests on a second person: seen, said, graded or verified by her.

    Gathered once and used in many portfolios; each hand-in keeps its own frozen copy (X-03). What its kind needs also
    stands in an `Observation`, a `Feedback` or a `CaseAudit` of its own; the other kinds are verified by `signer`.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="evidence")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="evidence")
    token = models.UUIDField(default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=EvidenceKind.choices)
    state = models.CharField(max_length=10, choices=EvidenceState.choices, default=EvidenceState.DRAFT)
    title = models.CharField(max_length=MOST_TITLE)
    happened_on = models.DateField(null=True, blank=True)
    account = models.TextField(blank=True, help_text="What it is and what it shows, in the practitioner's words.")
    reflection = models.TextField(blank=True, help_text="What she takes from what the other person saw or said.")
    words = models.PositiveIntegerField(null=True, blank=True, help_text="Of an assignment: how long it is.")
    statements = models.ManyToManyField("frameworks.Statement", related_name="+", blank=True)
    supervision = models.ForeignKey(
        "development.Supervision", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    known_as = models.CharField(
        max_length=80, blank=True, help_text="What the portal knew it by when it was read back, as completion:12."
    )
    record_kind = models.CharField(max_length=10, choices=RecordSeen.choices, blank=True)
    record_seen_on = models.DateField(null=True, blank=True)
    signer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_for = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="For whom a deputy did."
    )
    signed_at = models.DateTimeField(null=True, blank=True)
    signer_words = models.TextField(blank=True)
    returned_because = models.CharField(max_length=MOST_REASON, blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=MOST_REASON, blank=True)

    objects = EvidenceQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose evidence it is; kept with the learning record",
            "title": OWN,
            "happened_on": OWN,
            "account": OWN,
            "reflection": OWN,
            "words": OWN,
            "statements": OWN,
            "known_as": OWN,
            "record_kind": SECOND,
            "record_seen_on": SECOND,
            "signer": SECOND,
            "signed_by": SECOND,
            "signed_for": SECOND,
            "signer_words": SECOND,
            "returned_because": SECOND,
            "withdrawn_because": "read by the practitioner only; kept with the piece",
        }
    )

    class Meta:
        ordering = ["-happened_on", "-pk"]
        verbose_name_plural = "evidence"
        indexes = [
            models.Index(fields=["person", "state", "-happened_on"], name="evidence_of_person"),
            models.Index(fields=["signer", "state"], name="evidence_by_signer"),
        ]
        constraints = [
            state_known(EvidenceState, name="evidence_state_known"),
            models.CheckConstraint(condition=Q(kind__in=EvidenceKind.values), name="evidence_kind_known"),
            models.UniqueConstraint(fields=["person", "token"], name="evidence_form_sent_once"),
            models.CheckConstraint(condition=~Q(title=""), name="evidence_is_named"),
            models.CheckConstraint(
                condition=(Q(state=EvidenceState.COMPLETE, completed_at__isnull=False, happened_on__isnull=False))
                | (
                    ~Q(state=EvidenceState.COMPLETE) & (Q(completed_at__isnull=True) | Q(state=EvidenceState.WITHDRAWN))
                ),
                name="evidence_complete_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state=EvidenceState.WITHDRAWN, withdrawn_at__isnull=False)
                | (~Q(state=EvidenceState.WITHDRAWN) & Q(withdrawn_at__isnull=True, withdrawn_because="")),
                name="evidence_withdrawn_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(signer__isnull=True) | ~Q(signer=F("person")), name="evidence_signed_by_another"
            ),
            models.CheckConstraint(
                condition=Q(signed_by__isnull=True, signed_at__isnull=True, signed_for__isnull=True)
                | (Q(signed_by__isnull=False, signed_at__isnull=False) & ~Q(signed_by=F("person"))),
                name="evidence_signature_whole",
            ),
            models.CheckConstraint(
                condition=Q(supervision__isnull=True) | Q(kind=EvidenceKind.SUPERVISION),
                name="evidence_supervision_of_its_kind",
            ),
            models.CheckConstraint(
                condition=Q(words__isnull=True) | Q(kind=EvidenceKind.ASSIGNMENT, words__gte=1),
                name="evidence_words_of_an_assignment",
            ),
            models.UniqueConstraint(
                fields=["person", "known_as"],
                condition=~Q(known_as="") & Q(withdrawn_at__isnull=True),
                name="evidence_read_back_once",
            ),
            models.CheckConstraint(
                condition=Q(record_kind="", record_seen_on__isnull=True)
                | Q(
                    kind=EvidenceKind.WORK,
                    record_kind__in=RecordSeen.values,
                    record_seen_on__isnull=False,
                    signed_by__isnull=False,
                ),
                name="evidence_record_seen_by_signer",
            ),
            models.CheckConstraint(
                condition=~Q(kind=EvidenceKind.WORK, state=EvidenceState.COMPLETE) | ~Q(record_kind=""),
                name="evidence_work_is_seen",
            ),
        ]

    def __str__(self) -> str:
        return f"evidence {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("portfolios:evidence", args=[self.pk])

    @property
    def standing(self) -> EvidenceState:
        """The state with its word and its shape."""
        return EvidenceState(self.state)

    @property
    def kind_words(self) -> str:
        return str(EvidenceKind(self.kind).label)

    @property
    def is_complete(self) -> bool:
        return self.state == EvidenceState.COMPLETE

    @property
    def is_withdrawn(self) -> bool:
        return self.state == EvidenceState.WITHDRAWN


class EvidenceFile(models.Model):
    """A file beside a piece. `caption` says what a picture shows, for who cannot see it."""

    evidence = models.ForeignKey(Evidence, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(max_length=MOST_CAPTION, blank=True)
    added_at = models.DateTimeField()

    personal_data = PersonalData({"caption": OWN})

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["evidence", "file"], name="evidence_file_once")]

    def __str__(self) -> str:
        return f"file {self.file_id} of evidence {self.evidence_id}"
