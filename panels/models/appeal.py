from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from panels.choices.outcomes import AppealGround, AppealOutcome, AppealState
from panels.choices.panels import MOST_REASON, MOST_WORDS
from panels.models.case import ANSWERS
from panels.models.decision import Decision
from panels.models.of_case import OfDecision
from panels.querysets.outcomes import AppealQuerySet, HearerQuerySet

APPEALED = "read by the candidate, those who hear it, and the academy; kept with the decision"


class Appeal(OfDecision, models.Model):
    """An appeal against a decision that was told: on procedure, or on evidence that was not considered (D1-79, D5-07).

    People who were not on the panel hear it. `hear_by` is the last day for an answer.
    """

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="appeal")
    ground = models.CharField(max_length=10, choices=AppealGround.choices)
    words = models.TextField(max_length=MOST_WORDS)
    state = models.CharField(max_length=10, choices=AppealState.choices, default=AppealState.OPEN)
    opened_at = models.DateTimeField()
    hear_by = models.DateField()
    outcome = models.CharField(max_length=10, choices=AppealOutcome.choices, blank=True)
    outcome_words = models.TextField(max_length=MOST_WORDS, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = AppealQuerySet.as_manager()

    personal_data = PersonalData(
        {"words": APPEALED, "ground": APPEALED, "outcome": APPEALED, "outcome_words": APPEALED, "closed_by": ANSWERS}
    )

    class Meta:
        ordering = ["opened_at", "pk"]
        constraints = [
            state_known(AppealState, name="appeal_state_known"),
            models.CheckConstraint(condition=Q(ground__in=AppealGround.values), name="appeal_ground_known"),
            models.CheckConstraint(condition=Q(outcome__in=["", *AppealOutcome.values]), name="appeal_outcome_known"),
            models.CheckConstraint(condition=~Q(words=""), name="appeal_has_words"),
            models.CheckConstraint(
                condition=(
                    Q(state=AppealState.CLOSED, closed_at__isnull=False, closed_by__isnull=False)
                    & ~Q(outcome="")
                    & ~Q(outcome_words="")
                )
                | (~Q(state=AppealState.CLOSED) & Q(outcome="", outcome_words="")),
                name="appeal_closed_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"appeal {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("panels:appeal", args=[self.pk])

    @property
    def standing(self) -> AppealState:
        return AppealState(self.state)


class Hearer(models.Model):
    """Somebody who hears an appeal: not on the panel that decided, not a reviewer, not tied."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="hearers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    named_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    stood_down_at = models.DateTimeField(null=True, blank=True)
    stood_down_because = models.CharField(max_length=MOST_REASON, blank=True)

    objects = HearerQuerySet.as_manager()

    personal_data = PersonalData(
        {"person": "who hears it; kept with it", "named_by": ANSWERS, "stood_down_because": APPEALED}
    )

    class Meta:
        ordering = ["appeal", "named_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal", "person"], condition=Q(stood_down_at__isnull=True), name="hearer_once"
            ),
        ]

    def __str__(self) -> str:
        return f"hearer {self.pk}"
