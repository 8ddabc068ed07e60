from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.frozen.rows import FrozenModel
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from panels.choices.outcomes import ActionState, Tier
from panels.choices.panels import MOST_REASON, MOST_TITLE, MOST_WORDS
from panels.models.case import ANSWERS, Case
from panels.querysets.samples import FrozenSampleQuerySet, OfSampleQuerySet, OrganisationQuerySet

FED_BACK = "read by moderation, the assessor it is for and the academy; kept with the decision"


class Sample(FrozenModel):
    """A draw of moderated ASYEs for the partnership or the national panel, which can be drawn again from its seed.

    `population` are the ids of all it was drawn from, in order; `percent` is the share the policy asks for (D1-64).
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="moderation_samples")
    tier = models.CharField(max_length=12, choices=Tier.choices)
    from_on = models.DateField()
    until_on = models.DateField()
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    seed = models.CharField(max_length=64)
    population = models.JSONField(default=list)
    drawn_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField()

    objects = FrozenSampleQuerySet.as_manager()
    only_added_to = "A draw is never changed: it has to come out the same again."

    personal_data = PersonalData(
        {"population": "the numbers of the cases it was drawn from; kept with the draw", "drawn_by": ANSWERS}
    )

    class Meta:
        ordering = ["-drawn_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(tier__in=Tier.values), name="sample_tier_known"),
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="sample_dates_in_order"),
            models.CheckConstraint(condition=Q(percent__gt=0, percent__lte=100), name="sample_percent_in_bounds"),
            models.CheckConstraint(condition=~Q(seed=""), name="sample_has_seed"),
        ]

    def __str__(self) -> str:
        return f"sample {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("panels:sample", args=[self.pk])


class Sampled(models.Model):
    """A case in a draw, under a number instead of a name, and what came back. It changes no outcome (D1-64)."""

    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="drawn")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sampled")
    position = models.PositiveSmallIntegerField()
    is_exemplar = models.BooleanField(default=False)
    feedback = models.TextField(max_length=MOST_WORDS, blank=True)
    received_on = models.DateField(null=True, blank=True)
    received_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = OfSampleQuerySet.as_manager()

    personal_data = PersonalData({"feedback": FED_BACK, "received_by": ANSWERS})

    class Meta:
        ordering = ["sample", "position"]
        constraints = [
            models.UniqueConstraint(fields=["sample", "case"], name="sampled_once"),
            models.UniqueConstraint(fields=["sample", "position"], name="sampled_position_once"),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True, received_by__isnull=True, feedback="")
                | (Q(received_on__isnull=False, received_by__isnull=False) & ~Q(feedback="")),
                name="sampled_feedback_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"sampled case {self.pk}"

    @property
    def organisation_id(self) -> int:
        return self.sample.organisation_id


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


class ThemeNote(models.Model):
    """A comment on one case under a theme; where it came back from a sample, the draw says so."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="notes")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="theme_notes")
    sampled = models.ForeignKey(Sampled, on_delete=models.PROTECT, null=True, blank=True, related_name="theme_notes")
    words = models.CharField(max_length=MOST_REASON)
    noted_on = models.DateField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    personal_data = PersonalData({"words": FED_BACK, "noted_by": ANSWERS})

    class Meta:
        ordering = ["noted_on", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="themenote_has_words")]

    def __str__(self) -> str:
        return f"note {self.pk} on theme {self.theme_id}"


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
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_words = models.CharField(max_length=MOST_REASON, blank=True)

    objects = OrganisationQuerySet.as_manager()

    personal_data = PersonalData({"owner": "who sees to it; kept with the plan", "ended_words": "kept with the plan"})

    class Meta:
        ordering = ["-year", "due_on", "pk"]
        constraints = [
            state_known(ActionState, name="action_state_known"),
            models.CheckConstraint(condition=~Q(words=""), name="action_has_words"),
            models.CheckConstraint(
                condition=Q(state=ActionState.OPEN, ended_at__isnull=True, ended_words="")
                | (~Q(state=ActionState.OPEN) & Q(ended_at__isnull=False) & ~Q(ended_words="")),
                name="action_ended_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"action {self.pk}"

    @property
    def standing(self) -> ActionState:
        return ActionState(self.state)
