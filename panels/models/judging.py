from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.engines.frozen.rows import FrozenModel
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from panels.choices.judging import (
    AssignmentKind,
    AssignmentState,
    Look,
    LookReason,
    ModerationView,
    Overall,
    Standing,
    Strength,
    TieKind,
    TieSource,
    TieState,
)
from panels.choices.panels import MOST_REASON, MOST_WORDS
from panels.models.case import ANSWERS, MOST_CODE, Case
from panels.querysets.judging import AssignmentQuerySet, FrozenOfAssignmentQuerySet, LookQuerySet, TieQuerySet

REFUSAL = "What a reviewer handed in is never changed: it is opened again and handed in once more."
JUDGED = "read by the panel once all have handed in, never by the candidate; kept with the decision"


class Tie(models.Model):
    """What connects somebody with a case: read from the record, or said by herself, the candidate or the chair.

    A hard one takes her out of it (`steps_back`); of a soft one the chair decides with a reason. One that was wrong is
    lifted with a reason and stays to be read.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="ties")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="panel_ties")
    kind = models.CharField(max_length=14, choices=TieKind.choices)
    strength = models.CharField(max_length=4, choices=Strength.choices)
    source = models.CharField(max_length=10, choices=TieSource.choices)
    words = models.CharField(max_length=MOST_REASON, blank=True)
    state = models.CharField(max_length=10, choices=TieState.choices)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    noted_at = models.DateTimeField()
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=MOST_REASON, blank=True)

    objects = TieQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whom it takes out of a case; kept with the decision",
            "words": "read by whoever said it, the chair, the clerk and the academy; kept with the decision",
            "reason": "read by the chair, the clerk and the academy; kept with the decision",
            "noted_by": ANSWERS,
            "decided_by": ANSWERS,
        }
    )

    class Meta:
        ordering = ["case", "person", "pk"]
        indexes = [models.Index(fields=["person", "case"], name="tie_of_person")]
        constraints = [
            state_known(TieState, name="tie_state_known"),
            models.CheckConstraint(condition=Q(kind__in=TieKind.values), name="tie_kind_known"),
            models.CheckConstraint(condition=Q(strength__in=Strength.values), name="tie_strength_known"),
            models.CheckConstraint(condition=Q(source__in=TieSource.values), name="tie_source_known"),
            models.UniqueConstraint(fields=["case", "person", "kind", "source"], name="tie_once_from_a_source"),
            models.CheckConstraint(
                condition=~Q(strength=Strength.HARD) | Q(state__in=[TieState.STEPS_BACK, TieState.LIFTED]),
                name="tie_hard_takes_her_out",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[TieState.TAKES_PART, TieState.LIFTED])
                | (Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(reason=""))
                | (Q(state=TieState.LIFTED, source=TieSource.RECORD, decided_at__isnull=False) & ~Q(reason="")),
                name="tie_decided_by_somebody_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"tie {self.pk}"

    @property
    def organisation_id(self) -> int:
        return self.case.organisation_id

    @property
    def standing(self) -> TieState:
        return TieState(self.state)


class Assignment(models.Model):
    """A case given to somebody to judge alone, or to look at once more. `notes` are her own and nobody else's."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="assignments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="panel_assignments")
    kind = models.CharField(max_length=8, choices=AssignmentKind.choices, default=AssignmentKind.REVIEW)
    state = models.CharField(max_length=10, choices=AssignmentState.choices, default=AssignmentState.ASKED)
    answer_by = models.DateField()
    due_on = models.DateField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=MOST_REASON, blank=True, help_text="Why it was declined or taken off.")
    opened_again_because = models.CharField(max_length=MOST_REASON, blank=True)
    notes = models.TextField(max_length=MOST_WORDS, blank=True)

    objects = AssignmentQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "who judges; never shown to the candidate; kept with the decision",
            "reason": "read by herself, the chair, the clerk and the academy; kept with the case",
            "opened_again_because": "read by herself, the chair and the clerk; kept with the case",
            "notes": "read by herself alone; kept until the case is over",
            "asked_by": ANSWERS,
        }
    )

    class Meta:
        ordering = ["case", "kind", "asked_at", "pk"]
        indexes = [models.Index(fields=["person", "state"], name="assignment_of_person")]
        constraints = [
            state_known(AssignmentState, name="assignment_state_known"),
            models.CheckConstraint(condition=Q(kind__in=AssignmentKind.values), name="assignment_kind_known"),
            models.UniqueConstraint(
                fields=["case", "person", "kind"],
                condition=Q(state__in=["asked", "accepted", "done"]),
                name="assignment_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["declined", "taken_off"]) | (Q(ended_at__isnull=False) & ~Q(reason="")),
                name="assignment_ended_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(done_at__isnull=False), name="assignment_done_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"assignment {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("panels:judge", args=[self.pk])

    @property
    def organisation_id(self) -> int:
        return self.case.organisation_id

    @property
    def standing(self) -> AssignmentState:
        return AssignmentState(self.state)


class Review(FrozenModel):
    """What a reviewer handed in: her view of the whole. Opened again, the next number follows; the latest holds.

    Of an ASYE `checks` and `tests` are the answers of the moderation template, and the feedback is for assessor and
    NQSW (D1-62, D1-63).
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="reviews")
    number = models.PositiveSmallIntegerField()
    overall = models.CharField(max_length=10, choices=[*Overall.choices, *ModerationView.choices])
    words = models.TextField(max_length=MOST_WORDS)
    flags = models.TextField(max_length=MOST_WORDS, blank=True, help_text="For the chair: what needs a closer look.")
    checks = models.JSONField(default=dict, blank=True)
    tests = models.JSONField(default=dict, blank=True)
    to_assessor = models.TextField(max_length=MOST_WORDS, blank=True)
    to_candidate = models.TextField(max_length=MOST_WORDS, blank=True)
    submitted_at = models.DateTimeField()

    objects = FrozenOfAssignmentQuerySet.as_manager()
    only_added_to = REFUSAL

    personal_data = PersonalData(
        {
            "overall": JUDGED,
            "words": JUDGED,
            "flags": JUDGED,
            "checks": JUDGED,
            "tests": JUDGED,
            "to_assessor": JUDGED,
            "to_candidate": JUDGED,
        }
    )

    class Meta:
        ordering = ["assignment", "number"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "number"], name="panelsreview_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="panelsreview_counts_from_one"),
            models.CheckConstraint(
                condition=Q(overall__in=[*Overall.values, *ModerationView.values]), name="panelsreview_overall_known"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="panelsreview_has_words"),
        ]

    def __str__(self) -> str:
        return f"review {self.pk}"


class Score(FrozenModel):
    """The level a reviewer saw on one criterion, and why. Levels are never added up or averaged (D1-54, D5-05)."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="scores")
    criterion = models.CharField(max_length=MOST_CODE)
    level = models.CharField(max_length=MOST_CODE)
    standing = models.CharField(max_length=10, choices=Standing.choices)
    reason = models.TextField(max_length=MOST_WORDS)

    objects = FrozenOfAssignmentQuerySet.as_manager()
    only_added_to = REFUSAL

    personal_data = PersonalData({"level": JUDGED, "standing": JUDGED, "reason": JUDGED})

    class Meta:
        ordering = ["review", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["review", "criterion"], name="score_once_for_a_criterion"),
            models.CheckConstraint(condition=Q(standing__in=Standing.values), name="score_standing_known"),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(level=""), name="score_has_level_and_reason"),
        ]

    def __str__(self) -> str:
        return f"score {self.pk}"


class AnotherLook(FrozenModel):
    """What somebody who did not review said of the reviews, and which triggers had asked for it."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="looks")
    number = models.PositiveSmallIntegerField()
    triggers = models.JSONField(default=list)
    view = models.CharField(max_length=10, choices=Look.choices)
    reason = models.CharField(max_length=20, choices=LookReason.choices, blank=True)
    words = models.TextField(max_length=MOST_WORDS)
    looked_at = models.DateTimeField()

    objects = LookQuerySet.as_manager()
    only_added_to = REFUSAL

    personal_data = PersonalData({"view": JUDGED, "reason": JUDGED, "words": JUDGED})

    class Meta:
        ordering = ["assignment", "number"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "number"], name="anotherlook_number_once"),
            models.CheckConstraint(condition=Q(view__in=Look.values), name="anotherlook_view_known"),
            models.CheckConstraint(condition=Q(reason__in=["", *LookReason.values]), name="anotherlook_reason_known"),
            models.CheckConstraint(
                condition=Q(view=Look.AGREE) | ~Q(reason=""), name="anotherlook_varied_with_a_coded_reason"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="anotherlook_has_words"),
        ]

    def __str__(self) -> str:
        return f"another look {self.pk}"
