from django.db import models
from django.db.models import Q

from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from panels.choices.outcomes import NoteSort
from panels.choices.panels import MOST_REASON, MOST_TITLE
from panels.models.case import ANSWERS, Case
from panels.models.of_case import OfCase
from panels.models.sample import FED_BACK, Sampled
from panels.querysets.samples import OrganisationQuerySet
from panels.querysets.themes import ThemeNoteQuerySet


class Theme(models.Model):
    """What comes up again and again in moderation, under a code: comments are counted by it."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="moderation_themes")
    code = models.SlugField(max_length=40)
    title = models.CharField(max_length=MOST_TITLE)
    ended_on = models.DateField(null=True, blank=True)

    objects = OrganisationQuerySet.as_manager()

    personal_data = PersonalData({})

    class Meta:
        ordering = ["organisation", "title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="theme_code_once"),
            models.CheckConstraint(condition=~Q(title=""), name="theme_is_named"),
        ]

    def __str__(self) -> str:
        return self.title


class ThemeNote(OfCase, models.Model):
    """A comment on one case under a theme; where it came back from a sample, the draw says so."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="notes")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="theme_notes")
    sampled = models.ForeignKey(Sampled, on_delete=models.PROTECT, null=True, blank=True, related_name="theme_notes")
    sort = models.CharField(max_length=8, choices=NoteSort.choices)
    words = models.CharField(max_length=MOST_REASON)
    noted_on = models.DateField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = ThemeNoteQuerySet.as_manager()

    personal_data = PersonalData({"words": FED_BACK, "noted_by": ANSWERS})

    class Meta:
        ordering = ["noted_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="themenote_has_words"),
            models.CheckConstraint(condition=Q(sort__in=NoteSort.values), name="themenote_sort_known"),
        ]

    def __str__(self) -> str:
        return f"note {self.pk} on theme {self.theme_id}"
