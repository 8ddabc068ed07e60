from django.db import models
from django.db.models import F, Q

from academy.development.choices import MOST_NOTE
from academy.development.models.entry import Entry
from academy.development.models.version import EntryVersion
from academy.development.querysets import ShareQuerySet
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData


class Share(models.Model):
    """That a person may read one version of an entry, from a moment until the author ends it.

    A grant of the access engine stands beside every live share and ends with it. Somebody has one live share of an
    entry: sharing a changed entry again ends the one before.
    """

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="shares")
    version = models.ForeignKey(EntryVersion, on_delete=models.PROTECT, related_name="shares")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="entries_shared_with")
    note = models.CharField(max_length=MOST_NOTE, blank=True, help_text="What the author asks of the reader.")
    shared_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ShareQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "who may read it; kept with the entry",
            "note": "what the author asks; read by the two of them; kept with the entry",
        }
    )

    class Meta:
        ordering = ["-shared_at", "-pk"]
        indexes = [models.Index(fields=["person", "ended_at"], name="share_by_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "person"], condition=Q(ended_at__isnull=True), name="share_live_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("shared_at")), name="share_ends_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return f"entry {self.entry_id} shared with {self.person_id}"

    @property
    def is_live(self) -> bool:
        return self.ended_at is None


class Discussion(models.Model):
    """That an entry was talked about: with whom, on which day, and which of the two noted it."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="discussions")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    personal_data = PersonalData(
        {
            "person": "with whom; kept with the entry",
            "on": "when; kept with the entry",
            "noted_by": "answers for the note; kept with the entry",
        }
    )

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["entry", "person", "on"], name="discussion_once_a_day")]

    def __str__(self) -> str:
        return f"entry {self.entry_id} discussed with {self.person_id}"
