from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.training.choices import MOST_NOTE, MOST_TITLE, ReviewState
from academy.training.querysets import ReviewActionQuerySet, ReviewQuerySet


class QualityReview(models.Model):
    """A planned look at the workforce or at practice quality, with its findings (S0-04, S0-06)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="quality_reviews")
    title = models.CharField(max_length=MOST_TITLE)
    scope = models.TextField(blank=True)
    lead = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    planned_on = models.DateField()
    held_on = models.DateField(null=True, blank=True)
    findings = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=ReviewState.choices, default=ReviewState.PLANNED)

    objects = ReviewQuerySet.as_manager()

    personal_data = PersonalData({"lead": "answers for the review; kept as long as the review"})

    class Meta:
        ordering = ["-planned_on", "-pk"]
        constraints = [
            state_known(ReviewState, name="qualityreview_state_known"),
            models.CheckConstraint(condition=~Q(title=""), name="qualityreview_has_title"),
            models.CheckConstraint(
                condition=~Q(state="held") | (Q(held_on__isnull=False) & ~Q(findings="")),
                name="qualityreview_held_with_findings",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("training_settings:review", args=[self.pk])

    @property
    def standing(self) -> ReviewState:
        """The state with its word and its shape."""
        return ReviewState(self.state)

    @property
    def is_planned(self) -> bool:
        return self.state == ReviewState.PLANNED

    @property
    def is_held(self) -> bool:
        return self.state == ReviewState.HELD


class ReviewAction(models.Model):
    """Something a review said is to be done: by whom, by when, and when it was done (S0-06)."""

    review = models.ForeignKey(QualityReview, on_delete=models.PROTECT, related_name="actions")
    what = models.CharField(max_length=MOST_NOTE)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_on = models.DateField()
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=MOST_NOTE, blank=True)

    objects = ReviewActionQuerySet.as_manager()

    personal_data = PersonalData({"owner": "who does it; kept as long as the review"})

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="reviewaction_says_what"),
            models.CheckConstraint(condition=Q(due_on__gte=F("added_on")), name="reviewaction_due_after_added"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | ~Q(outcome=""), name="reviewaction_done_with_outcome"
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def organisation_id(self) -> int:
        """Whose review it belongs to: the reasons to be allowed ask this."""
        return self.review.organisation_id
