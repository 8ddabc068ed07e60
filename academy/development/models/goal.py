from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.development.choices import MOST_REASON, MOST_TITLE
from academy.development.choices.plans import GoalSource, GoalState, Standing
from academy.development.models.appraisal import Appraisal
from academy.development.models.entry import Entry
from academy.development.querysets.plans import GoalQuerySet
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData

BOTH = "read by the person and her manager; kept with the learning record"


class Goal(models.Model):
    """What somebody wants to learn or reach: why, how and by when (S2-79). She writes it, her manager agrees it.

    `agreed_at` is the moment her manager agreed to the words as they stand; a change of them takes it away.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="goals")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="goals")
    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, null=True, blank=True, related_name="set_goals")
    source = models.CharField(max_length=12, choices=GoalSource.choices, default=GoalSource.OWN)
    title = models.CharField(max_length=MOST_TITLE)
    why = models.TextField(blank=True)
    how = models.TextField(blank=True)
    due_on = models.DateField()
    statements = models.ManyToManyField("frameworks.Statement", blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=GoalState.choices, default=GoalState.OPEN)
    set_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closing_words = models.CharField(max_length=MOST_REASON, blank=True, help_text="What came of it, or why not.")

    objects = GoalQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose goal it is; kept with the learning record",
            "title": BOTH,
            "why": BOTH,
            "how": BOTH,
            "closing_words": BOTH,
            "agreed_by": "who agreed to it; kept with the learning record",
        }
    )

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["person", "state", "due_on"], name="goal_of_person")]
        constraints = [
            state_known(GoalState, name="goal_state_known"),
            models.CheckConstraint(condition=Q(source__in=GoalSource.values), name="goal_source_known"),
            models.CheckConstraint(condition=~Q(title=""), name="goal_has_title"),
            models.CheckConstraint(
                condition=Q(agreed_at__isnull=True, agreed_by__isnull=True)
                | Q(agreed_at__isnull=False, agreed_by__isnull=False),
                name="goal_agreed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("person")), name="goal_agreed_by_another"
            ),
            models.CheckConstraint(
                condition=Q(state=GoalState.OPEN, closed_at__isnull=True, closing_words="")
                | (Q(closed_at__isnull=False) & ~Q(state=GoalState.OPEN)),
                name="goal_closed_with_day",
            ),
        ]

    def __str__(self) -> str:
        return f"goal {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("development:goal", args=[self.pk])

    @property
    def standing(self) -> GoalState:
        """The state with its word and its shape."""
        return GoalState(self.state)

    @property
    def is_open(self) -> bool:
        return self.state == GoalState.OPEN

    @property
    def is_agreed(self) -> bool:
        return self.agreed_at is not None


class GoalEntry(models.Model):
    """That a piece of own writing belongs to a goal. Who may read the entry is not changed by it."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="linked")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()

    personal_data = PersonalData(
        {"entry": "which own writing belongs to the goal; its title is seen by the author only"}
    )

    class Meta:
        ordering = ["linked_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["goal", "entry"], name="goalentry_once")]

    def __str__(self) -> str:
        return f"entry {self.entry_id} of goal {self.goal_id}"


class GoalReview(models.Model):
    """How one goal stood at an appraisal or half-year review, in the words of both (S2-80)."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="reviews")
    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="goal_reviews")
    standing = models.CharField(max_length=10, choices=Standing.choices)
    own_words = models.TextField(blank=True)
    manager_words = models.TextField(blank=True)
    changed_at = models.DateTimeField()

    personal_data = PersonalData({"standing": BOTH, "own_words": BOTH, "manager_words": BOTH})

    class Meta:
        ordering = ["goal__due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["goal", "appraisal"], name="goalreview_once_a_meeting"),
            models.CheckConstraint(condition=Q(standing__in=Standing.values), name="goalreview_standing_known"),
        ]

    def __str__(self) -> str:
        return f"goal review {self.pk}"
