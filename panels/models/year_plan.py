from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from panels.choices.outcomes import ActionState
from panels.choices.panels import MOST_REASON, MOST_WORDS
from panels.models.case import ANSWERS
from panels.models.theme import Theme
from panels.querysets.samples import OrganisationQuerySet
from panels.querysets.themes import ActionQuerySet


class Action(models.Model):
    """An action of the year's plan: what is done about a theme, by whom, until when, and how it was closed."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="moderation_actions")
    year = models.PositiveSmallIntegerField(help_text="In which the year of the plan begins.")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, blank=True, related_name="actions")
    words = models.CharField(max_length=MOST_REASON)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=ActionState.choices, default=ActionState.OPEN)
    opened_at = models.DateTimeField()
    progress = models.CharField(max_length=MOST_REASON, blank=True)
    progress_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_words = models.CharField(max_length=MOST_REASON, blank=True)

    objects = ActionQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "owner": "who sees to it; kept with the plan",
            "progress": "kept with the plan",
            "ended_words": "kept with the plan",
        }
    )

    class Meta:
        ordering = ["-year", "due_on", "pk"]
        constraints = [
            state_known(ActionState, name="action_state_known"),
            models.CheckConstraint(condition=~Q(words=""), name="action_has_words"),
            models.CheckConstraint(
                condition=Q(progress_on__isnull=True, progress="") | (Q(progress_on__isnull=False) & ~Q(progress="")),
                name="action_progress_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state=ActionState.OPEN, ended_at__isnull=True, ended_words="")
                | (~Q(state=ActionState.OPEN) & Q(ended_at__isnull=False) & ~Q(ended_words="")),
                name="action_ended_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"action {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("panels:action", args=[self.pk])

    @property
    def standing(self) -> ActionState:
        return ActionState(self.state)


class PeriodWords(models.Model):
    """What the academy adds in its own words to the summary of a half-year of moderation (D1-66)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="moderation_summaries")
    half = models.CharField(max_length=6, help_text="The year and 1 or 2: “2026-2”.")
    words = models.TextField(max_length=MOST_WORDS)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    objects = OrganisationQuerySet.as_manager()

    personal_data = PersonalData({"words": "names nobody; goes outside with the summary", "written_by": ANSWERS})

    class Meta:
        ordering = ["organisation", "-half", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "half"], name="period_words_once"),
            models.CheckConstraint(condition=~Q(words="") & ~Q(half=""), name="period_words_are_there"),
        ]

    def __str__(self) -> str:
        return f"words of {self.half}"
