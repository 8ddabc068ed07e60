from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from academy.people.models.addendum import Addendum
from asye.choices.enrolments import MOST_REASON, MOST_WORDS, Role
from asye.choices.year import ConcernState, Progress, ReviewState
from asye.models.agreement import Milestone
from asye.models.enrolment import PARTIES, Enrolment
from asye.models.of_year import OfYear
from asye.querysets.enrolments import OfEnrolmentQuerySet


class Review(OfYear, models.Model):
    """A review meeting of the year, and its record: each role's own part, who came, the plan, the signatures.

    Its day stands in its milestone. Locked with the last signature; afterwards only an addendum can be made.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="reviews")
    milestone = models.OneToOneField(Milestone, on_delete=models.CASCADE, related_name="review")
    state = models.CharField(max_length=10, choices=ReviewState.choices, default=ReviewState.SCHEDULED)
    held_on = models.DateField(null=True, blank=True)
    progress = models.CharField(max_length=12, choices=Progress.choices, blank=True)
    waived_because = models.CharField(max_length=MOST_REASON, blank=True)
    explained = models.JSONField(
        default=list, blank=True, help_text="What was missing when it was sent to be signed, and why."
    )
    changed_at = models.DateTimeField()
    locked_at = models.DateTimeField(null=True, blank=True)

    objects = OfEnrolmentQuerySet.as_manager()

    personal_data = PersonalData(
        {"held_on": PARTIES, "progress": PARTIES, "waived_because": PARTIES, "explained": PARTIES}
    )

    class Meta:
        ordering = ["milestone__due_on", "pk"]
        constraints = [
            state_known(ReviewState, name="asyereview_state_known"),
            models.CheckConstraint(condition=Q(progress__in=["", *Progress.values]), name="asyereview_progress_known"),
            models.CheckConstraint(
                condition=Q(state__in=[ReviewState.SCHEDULED, ReviewState.WAIVED], held_on__isnull=True)
                | Q(
                    state__in=[ReviewState.WRITING, ReviewState.SIGNING, ReviewState.LOCKED],
                    held_on__isnull=False,
                ),
                name="asyereview_held_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state=ReviewState.LOCKED, locked_at__isnull=False)
                | (~Q(state=ReviewState.LOCKED) & Q(locked_at__isnull=True)),
                name="asyereview_locked_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state=ReviewState.WAIVED) & ~Q(waived_because="")
                | ~Q(state=ReviewState.WAIVED) & Q(waived_because=""),
                name="asyereview_waived_for_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[ReviewState.SIGNING, ReviewState.LOCKED]) | ~Q(progress=""),
                name="asyereview_signed_with_progress",
            ),
        ]

    def __str__(self) -> str:
        return f"review {self.pk} of enrolment {self.enrolment_id}"

    def get_absolute_url(self) -> str:
        return reverse("asye:review", args=[self.pk])

    @property
    def standing(self) -> ReviewState:
        return ReviewState(self.state)


class ReviewPart(models.Model):
    """What one role writes of the stage, and whether she came. The others read it once she says that it is done."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="parts")
    role = models.CharField(max_length=20, choices=Role.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField(max_length=MOST_WORDS, blank=True)
    came = models.BooleanField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()

    personal_data = PersonalData({"person": PARTIES, "text": PARTIES, "came": PARTIES})

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["review", "role"], name="reviewpart_once"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="reviewpart_role_known"),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | (~Q(text="") & Q(person__isnull=False)), name="reviewpart_done_by"
            ),
        ]

    def __str__(self) -> str:
        return f"part {self.role} of review {self.review_id}"


class Cited(models.Model):
    """A piece of evidence, or a version of her own writing, named in a review. Each is named once in the whole year."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="cited")
    evidence = models.ForeignKey(
        "portfolios.Evidence", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.ForeignKey(
        "development.EntryVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cited_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    cited_at = models.DateTimeField()

    personal_data = PersonalData({"cited_by": "who named it; kept with the review"})

    class Meta:
        ordering = ["cited_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(evidence__isnull=False, version__isnull=True)
                | Q(evidence__isnull=True, version__isnull=False),
                name="cited_is_one_piece",
            ),
            models.UniqueConstraint(fields=["review", "evidence"], name="cited_evidence_once"),
            models.UniqueConstraint(fields=["review", "version"], name="cited_version_once"),
        ]

    def __str__(self) -> str:
        return f"cited {self.pk} in review {self.review_id}"


class ReviewAddendum(Addendum):
    """What somebody adds to a review that is locked."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="addenda")

    personal_data = PersonalData({"written_by": PARTIES, "words": PARTIES})

    class Meta(Addendum.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"addendum {self.pk} to review {self.review_id}"


class Concern(OfYear, models.Model):
    """That there is a concern, with a plan of support and its dates. Capability is another procedure and is kept by HR:
    of it the portal knows nothing (D1-76)."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="concerns")
    review = models.ForeignKey(Review, on_delete=models.PROTECT, null=True, blank=True, related_name="concerns")
    state = models.CharField(max_length=10, choices=ConcernState.choices, default=ConcernState.OPEN)
    words = models.TextField(max_length=MOST_WORDS)
    plan = models.TextField(max_length=MOST_WORDS)
    plan_from_on = models.DateField()
    plan_review_on = models.DateField()
    raised_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_words = models.CharField(max_length=MOST_REASON, blank=True)

    objects = OfEnrolmentQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "words": "read by her and those who have a part in her year; kept with the record",
            "plan": "read by her and those who have a part in her year; kept with the record",
            "raised_by": "answers for it; kept with it",
            "closed_words": PARTIES,
        }
    )

    class Meta:
        ordering = ["raised_at", "pk"]
        constraints = [
            state_known(ConcernState, name="asyeconcern_state_known"),
            models.CheckConstraint(condition=~Q(words="") & ~Q(plan=""), name="asyeconcern_has_a_plan"),
            models.CheckConstraint(
                condition=Q(plan_review_on__gte=models.F("plan_from_on")), name="asyeconcern_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(state=ConcernState.OPEN, closed_at__isnull=True, closed_words="")
                | (Q(state=ConcernState.CLOSED, closed_at__isnull=False) & ~Q(closed_words="")),
                name="asyeconcern_closed_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"concern {self.pk} of enrolment {self.enrolment_id}"

    def get_absolute_url(self) -> str:
        return reverse("asye:concern", args=[self.pk])

    @property
    def standing(self) -> ConcernState:
        return ConcernState(self.state)
