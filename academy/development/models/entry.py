import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.development.choices import (
    EARLIEST_START,
    MOST_HOURS,
    MOST_REASON,
    MOST_TITLE,
    EntryState,
    Kind,
    Way,
)
from academy.development.querysets import EntryQuerySet
from academy.engines.files.models import StoredFile
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import NO_PERSONAL_DATA, PersonalData

OWN_WRITING = "read by the author, and as a copy by whom she chooses; kept for the learning record's retention"


class Entry(models.Model):
    """Somebody's own writing about something learnt. Private to its author until shared; then still only its copies go.

    `token` is the random name the form was opened under: sent twice, it makes one entry. An entry lies in the stretch
    of its first day. Hours are hours of learning in quarters, optional and never weighed.
    """

    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="entries")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="entries")
    token = models.UUIDField(default=uuid.uuid4, editable=False)
    state = models.CharField(max_length=10, choices=EntryState.choices, default=EntryState.DRAFT)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.WORK)
    title = models.CharField(max_length=MOST_TITLE, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    way = models.CharField(max_length=10, choices=Way.choices, blank=True)
    happened = models.TextField(blank=True, help_text="What it was and why it matters for the author's work.")
    learnt = models.TextField(blank=True)
    impact = models.TextField(blank=True, help_text="What changed in practice and for people: asked for, never scored.")
    hours = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    statements = models.ManyToManyField("frameworks.Statement", related_name="entries", blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    kept_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=MOST_REASON, blank=True)

    objects = EntryQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "author": "whose writing it is; kept with the record",
            "kind": OWN_WRITING,
            "title": OWN_WRITING,
            "started_on": "when it was; kept with the writing",
            "ended_on": "until when it was; kept with the writing",
            "way": "own writing; counted for the author's own balance; kept with the writing",
            "happened": OWN_WRITING,
            "learnt": OWN_WRITING,
            "impact": OWN_WRITING,
            "hours": "own writing; for the author's use only; kept with the writing",
            "statements": "what the author says it speaks to; kept with the writing",
            "withdrawn_because": "read by the author only; kept with the writing",
        }
    )

    class Meta:
        ordering = ["-started_on", "-pk"]
        verbose_name_plural = "entries"
        indexes = [models.Index(fields=["author", "state", "-started_on"], name="entry_by_author")]
        constraints = [
            models.UniqueConstraint(fields=["author", "token"], name="entry_form_sent_once"),
            state_known(EntryState, name="entry_state_known"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="entry_kind_known"),
            models.CheckConstraint(condition=Q(way__in=["", *Way.values]), name="entry_way_known"),
            models.CheckConstraint(
                condition=~Q(state=EntryState.KEPT)
                | (Q(kept_at__isnull=False, started_on__isnull=False) & ~Q(title="") & ~Q(way="") & ~Q(happened="")),
                name="entry_kept_is_complete",
            ),
            models.CheckConstraint(
                condition=~Q(state=EntryState.WITHDRAWN) | Q(withdrawn_at__isnull=False),
                name="entry_withdrawn_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on"), started_on__isnull=False),
                name="entry_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(started_on__isnull=True) | Q(started_on__gte=EARLIEST_START), name="entry_not_before_1970"
            ),
            models.CheckConstraint(
                condition=Q(hours__isnull=True) | Q(hours__gte=0, hours__lte=MOST_HOURS), name="entry_hours_in_range"
            ),
        ]

    def __str__(self) -> str:
        return f"entry {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("development:entry", args=[self.pk])

    @property
    def name(self) -> str:
        """What it is called in lists: a draft may still be without a title."""
        return self.title or "Without a title yet"

    @property
    def standing(self) -> EntryState:
        """The state with its word and its shape."""
        return EntryState(self.state)

    @property
    def is_draft(self) -> bool:
        return self.state == EntryState.DRAFT

    @property
    def is_kept(self) -> bool:
        return self.state == EntryState.KEPT

    @property
    def is_withdrawn(self) -> bool:
        return self.state == EntryState.WITHDRAWN


class EntryFile(models.Model):
    """A file the author put beside her entry. Taken away it goes from here; copies that hold it keep it."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["entry", "file"], name="entry_file_once")]

    def __str__(self) -> str:
        return f"file {self.file_id} of entry {self.entry_id}"
