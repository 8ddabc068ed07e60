from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from asye.choices.enrolments import MOST_REASON, MOST_WORDS
from asye.choices.year import AgreementState, GoalResult, MilestoneKind
from asye.models.enrolment import PARTIES, Enrolment
from asye.models.of_year import OfYear
from asye.querysets.enrolments import OfEnrolmentQuerySet


class Agreement(OfYear, models.Model):
    """The support and assessment agreement: needs first, then what is promised, signed by all (D1-20, D1-21).

    `needs` is the reflection she hands in before the meeting, at the version she handed in. A change of assessor makes
    the next number, signed anew. Its dates are the year's milestones.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="agreements")
    number = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=AgreementState.choices, default=AgreementState.DRAFT)
    needs = models.ForeignKey(
        "development.EntryVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    needs_at = models.DateTimeField(null=True, blank=True)
    met_on = models.DateField(null=True, blank=True)
    others_present = models.CharField(max_length=MOST_REASON, blank=True)
    background = models.TextField(max_length=MOST_WORDS, blank=True)
    session_minutes = models.PositiveSmallIntegerField(default=90)
    supervision = models.TextField(max_length=MOST_WORDS, blank=True)
    workload_percent = models.PositiveSmallIntegerField(
        default=90, validators=[MinValueValidator(10), MaxValueValidator(100)]
    )
    workload = models.TextField(max_length=MOST_WORDS, blank=True)
    protected_percent = models.DecimalField(max_digits=4, decimal_places=1, default=Decimal("10.0"))
    protected = models.TextField(max_length=MOST_WORDS, blank=True)
    nqsw_does = models.TextField(max_length=MOST_WORDS, blank=True)
    assessor_does = models.TextField(max_length=MOST_WORDS, blank=True)
    manager_does = models.TextField(max_length=MOST_WORDS, blank=True)
    coordinator_does = models.TextField(max_length=MOST_WORDS, blank=True)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True, blank=True)

    objects = OfEnrolmentQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "needs": PARTIES,
            "others_present": PARTIES,
            "background": "what she needs to learn well, adjustments among it; read by those who sign it",
            "supervision": PARTIES,
            "workload": PARTIES,
            "protected": PARTIES,
            "nqsw_does": PARTIES,
            "assessor_does": PARTIES,
            "manager_does": PARTIES,
            "coordinator_does": PARTIES,
        }
    )

    class Meta:
        ordering = ["enrolment", "number"]
        verbose_name = "agreement"
        constraints = [
            state_known(AgreementState, name="asyeagreement_state_known"),
            models.UniqueConstraint(fields=["enrolment", "number"], name="asyeagreement_number_once"),
            models.UniqueConstraint(
                fields=["enrolment"],
                condition=Q(state__in=[AgreementState.DRAFT, AgreementState.SIGNING]),
                name="asyeagreement_one_in_hand",
            ),
            models.UniqueConstraint(
                fields=["enrolment"], condition=Q(state=AgreementState.SIGNED), name="asyeagreement_one_signed"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="asyeagreement_counts_from_one"),
            models.CheckConstraint(
                condition=Q(needs__isnull=True, needs_at__isnull=True) | Q(needs__isnull=False, needs_at__isnull=False),
                name="asyeagreement_needs_handed_in",
            ),
            models.CheckConstraint(
                condition=Q(state=AgreementState.DRAFT) | Q(needs__isnull=False, met_on__isnull=False),
                name="asyeagreement_needs_before_signing",
            ),
            models.CheckConstraint(
                condition=~Q(state=AgreementState.SIGNED) | Q(signed_at__isnull=False),
                name="asyeagreement_signed_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(workload_percent__gte=10, workload_percent__lte=100),
                name="asyeagreement_workload_10_to_100",
            ),
            models.CheckConstraint(
                condition=Q(protected_percent__gte=1, protected_percent__lte=50), name="asyeagreement_protected_1_to_50"
            ),
            models.CheckConstraint(
                condition=Q(session_minutes__gte=30, session_minutes__lte=240), name="asyeagreement_minutes_30_to_240"
            ),
        ]

    def __str__(self) -> str:
        return f"agreement {self.number} of enrolment {self.enrolment_id}"

    def get_absolute_url(self) -> str:
        return reverse("asye:agreement", args=[self.pk])

    @property
    def standing(self) -> AgreementState:
        return AgreementState(self.state)


class Milestone(OfYear, models.Model):
    """A date of the year: worked out from start, hours and policy, or moved by somebody with a reason (D1-22).

    `computed_on` is what the clock says, `due_on` what holds. Once it is done it never moves again.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="milestones")
    code = models.SlugField(max_length=40)
    kind = models.CharField(max_length=12, choices=MilestoneKind.choices)
    title = models.CharField(max_length=80)
    is_optional = models.BooleanField(default=False)
    computed_on = models.DateField()
    due_on = models.DateField()
    moved_because = models.CharField(max_length=MOST_REASON, blank=True)
    moved_at = models.DateTimeField(null=True, blank=True)
    moved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    done_on = models.DateField(null=True, blank=True)

    objects = OfEnrolmentQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "due_on": "shown to those who have a part in her year and the academy; kept with the record",
            "moved_because": "never a health reason; " + PARTIES,
            "moved_by": "answers for the date; kept with it",
            "done_on": PARTIES,
        }
    )

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["kind", "done_on", "due_on"], name="asyemilestone_to_come")]
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "code"], name="asyemilestone_once"),
            models.CheckConstraint(condition=Q(kind__in=MilestoneKind.values), name="asyemilestone_kind_known"),
            models.CheckConstraint(condition=~Q(code="") & ~Q(title=""), name="asyemilestone_is_named"),
            models.CheckConstraint(
                condition=Q(moved_at__isnull=True, moved_by__isnull=True, moved_because="")
                | (Q(moved_at__isnull=False, moved_by__isnull=False) & ~Q(moved_because="")),
                name="asyemilestone_moved_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} of enrolment {self.enrolment_id}"

    @property
    def called(self) -> str:
        """Its title as a page says it: what is to be done, or what was. What is read elsewhere is to be done here."""
        return MilestoneKind(self.kind).worded(self.title, is_done=self.done_on is not None)


class Plan(models.Model):
    """A professional development plan for one stretch of the year: months 0 to 3, 3 to 6, 6 to 12, afterwards (D1-45).

    `stage` is the policy's code of the stretch. It is agreed with the agreement or the review in which it is made.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="plans")
    stage = models.SlugField(max_length=40)
    agreed_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()

    objects = OfEnrolmentQuerySet.as_manager()

    personal_data = PersonalData({"agreed_on": PARTIES})

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "stage"], name="asyeplan_stage_once"),
            models.CheckConstraint(condition=~Q(stage=""), name="asyeplan_has_stage"),
        ]

    def __str__(self) -> str:
        return f"plan {self.stage} of enrolment {self.enrolment_id}"


class PlanGoal(models.Model):
    """One thing she means to learn in that stretch, how, with what help, by when; what became of it is said later."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="goals")
    need = models.CharField(max_length=300)
    how = models.CharField(max_length=500)
    support = models.CharField(max_length=300, blank=True)
    by_on = models.DateField()
    result = models.CharField(max_length=10, choices=GoalResult.choices, blank=True)
    result_words = models.CharField(max_length=500, blank=True)

    personal_data = PersonalData({"need": PARTIES, "how": PARTIES, "support": PARTIES, "result_words": PARTIES})

    class Meta:
        ordering = ["by_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(need="") & ~Q(how=""), name="plangoal_says_what_and_how"),
            models.CheckConstraint(condition=Q(result__in=["", *GoalResult.values]), name="plangoal_result_known"),
        ]

    def __str__(self) -> str:
        return f"goal {self.pk} of plan {self.plan_id}"
