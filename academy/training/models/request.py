from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import NO_PERSONAL_DATA, PersonalData
from academy.training.choices import (
    MOST_DAYS,
    MOST_NOTE,
    MOST_POUNDS,
    MOST_TITLE,
    OPEN_REQUESTS,
    AgreedIn,
    AwardType,
    CostKind,
    Decider,
    RequestState,
    StageState,
)
from academy.training.models.course import Course
from academy.training.models.event import TrainingEvent
from academy.training.models.policy import TrainingPolicy
from academy.training.querysets import RequestQuerySet, StageQuerySet


class TrainingRequest(models.Model):
    """What somebody asks to be allowed and paid for: a place here, or learning outside (S0-64 to S0-66).

    `policy` is the version it was submitted under and stays with it. `days` are working days away; `asked_since` is the
    moment the present stage began to wait, from which its age is counted. Support is a list of codes. `token` names the
    form it was written in, so that a form sent twice is one request.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="training_requests")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="training_requests")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, null=True, blank=True, related_name="requests")
    event = models.ForeignKey(TrainingEvent, on_delete=models.PROTECT, null=True, blank=True, related_name="requests")
    policy = models.ForeignKey(TrainingPolicy, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    token = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    title = models.CharField(max_length=MOST_TITLE)
    provider = models.CharField(max_length=120, blank=True)
    award_type = models.CharField(max_length=20, choices=AwardType.choices, default=AwardType.NONE)
    need = models.TextField(blank=True, help_text="What need it meets, in her words.")
    role_relevance = models.TextField(blank=True, help_text="How it serves her job.")
    benefit = models.TextField(blank=True, help_text="What the service gains.")
    support = models.JSONField(default=list, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    days = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.00")), MaxValueValidator(MOST_DAYS)],
    )
    agreed_in = models.CharField(max_length=12, choices=AgreedIn.choices, default=AgreedIn.NOT_YET)
    agreed_on = models.DateField(null=True, blank=True)
    goal = models.ForeignKey(
        "development.Goal", on_delete=models.PROTECT, null=True, blank=True, related_name="training_requests"
    )
    supervision = models.ForeignKey(
        "development.Supervision", on_delete=models.PROTECT, null=True, blank=True, related_name="training_requests"
    )
    state = models.CharField(max_length=10, choices=RequestState.choices, default=RequestState.DRAFT)
    started_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    asked_since = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = RequestQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "who asks; kept 6 years after the decision",
            "need": "her words; read by those who decide; kept 6 years after the decision",
            "role_relevance": "her words; read by those who decide; kept 6 years after the decision",
            "benefit": "her words; read by those who decide; kept 6 years after the decision",
            "agreed_on": "when it was talked over; kept 6 years after the decision",
            "goal": "which goal it serves (S2-91, S2-113); seen by whoever may see the goal",
            "supervision": "in which session it was talked over; seen as a date",
        }
    )

    class Meta:
        ordering = ["-started_at", "-pk"]
        indexes = [
            models.Index(fields=["person", "state"], name="request_by_person"),
            models.Index(fields=["organisation", "state", "asked_since"], name="request_by_organisation"),
        ]
        constraints = [
            state_known(RequestState, name="trainingrequest_state_known"),
            models.CheckConstraint(condition=~Q(title=""), name="trainingrequest_has_title"),
            models.CheckConstraint(condition=Q(award_type__in=AwardType.values), name="trainingrequest_award_known"),
            models.CheckConstraint(condition=Q(agreed_in__in=AgreedIn.values), name="trainingrequest_agreed_in_known"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="trainingrequest_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(days__isnull=True) | Q(days__gte=0), name="trainingrequest_days_not_negative"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["submitted", "asked", "approved", "declined"])
                | Q(submitted_at__isnull=False, policy__isnull=False),
                name="trainingrequest_submitted_under_a_policy",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "declined"]) | Q(decided_at__isnull=False),
                name="trainingrequest_decided_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(event__isnull=True) | Q(course__isnull=False), name="trainingrequest_event_is_of_a_course"
            ),
            models.UniqueConstraint(
                fields=["person", "event"],
                condition=Q(event__isnull=False, state__in=["draft", "submitted", "asked", "approved"]),
                name="trainingrequest_live_once_per_event",
            ),
        ]

    def __str__(self) -> str:
        return f"training request {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("training:request", args=[self.pk])

    @property
    def standing(self) -> RequestState:
        """The state with its word and its shape."""
        return RequestState(self.state)

    @property
    def is_draft(self) -> bool:
        return self.state == RequestState.DRAFT

    @property
    def is_open(self) -> bool:
        """Somebody still has to act."""
        return self.state in OPEN_REQUESTS

    @property
    def can_be_withdrawn(self) -> bool:
        """Is there something to take back?"""
        return self.state not in (RequestState.DECLINED, RequestState.WITHDRAWN)


class RequestCost(models.Model):
    """A cost line of a request, in pounds. Travel is never asked back (D5-22)."""

    request = models.ForeignKey(TrainingRequest, on_delete=models.CASCADE, related_name="costs")
    kind = models.CharField(max_length=10, choices=CostKind.choices)
    pounds = models.DecimalField(
        max_digits=7,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0.01")), MaxValueValidator(MOST_POUNDS)],
    )

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["request", "kind"], name="request_cost_kind_once"),
            models.CheckConstraint(condition=Q(kind__in=CostKind.values), name="request_cost_kind_known"),
            models.CheckConstraint(condition=Q(pounds__gt=0), name="request_cost_above_0"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of request {self.request_id}"


class RequestStage(models.Model):
    """One decision a request needs, in its order: who decides, why it is asked, and what was said.

    `job_role` and `benefit` are the two grounds of a decision, both recorded (S0-65). `decided_by` pressed the button;
    `decided_for` is the absent manager she stood in for. `escalated_to` may decide too, from the day on.
    """

    request = models.ForeignKey(TrainingRequest, on_delete=models.CASCADE, related_name="stages")
    order = models.PositiveSmallIntegerField()
    decider = models.CharField(max_length=20, choices=Decider.choices)
    because = models.CharField(max_length=200, blank=True, help_text="Which limit asks for it: Cost over £500.")
    state = models.CharField(max_length=10, choices=StageState.choices, default=StageState.WAITING)
    opened_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_for = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    job_role = models.CharField(max_length=MOST_NOTE, blank=True)
    benefit = models.CharField(max_length=MOST_NOTE, blank=True)
    reason = models.CharField(max_length=MOST_NOTE, blank=True)
    escalated_at = models.DateTimeField(null=True, blank=True)
    escalated_to = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="stages_escalated"
    )

    objects = StageQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "decided_by": "answers for the decision; kept with the request",
            "decided_for": "for whom she decided; kept with the request",
            "job_role": "the ground of the decision; read by the person and those who decide; kept with the request",
            "benefit": "the ground of the decision; read by the person and those who decide; kept with the request",
            "reason": "why; read by the person and those who decide; kept with the request",
            "escalated_to": "who may decide instead; kept with the request",
        }
    )

    class Meta:
        ordering = ["request", "order"]
        indexes = [models.Index(fields=["state", "decider"], name="stage_by_state")]
        constraints = [
            state_known(StageState, name="requeststage_state_known"),
            models.CheckConstraint(condition=Q(decider__in=Decider.values), name="requeststage_decider_known"),
            models.UniqueConstraint(fields=["request", "order"], name="requeststage_order_once"),
            models.UniqueConstraint(
                fields=["request"], condition=Q(state__in=["open", "asked"]), name="requeststage_one_open"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "declined"])
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="requeststage_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(reason=""), name="requeststage_declined_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(escalated_at__isnull=True, escalated_to__isnull=True)
                | Q(escalated_at__isnull=False, escalated_to__isnull=False),
                name="requeststage_escalated_to_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"stage {self.order} of request {self.request_id}"

    @property
    def person_id(self) -> int:
        """Whose request it is: the reasons to be allowed ask this of everything that is about a person."""
        return self.request.person_id

    @property
    def standing(self) -> StageState:
        """The state with its word and its shape."""
        return StageState(self.state)

    @property
    def is_declined(self) -> bool:
        return self.state == StageState.DECLINED

    @property
    def may_go_up(self) -> bool:
        """Does it wait for somebody, and has it not gone up before?"""
        return self.state == StageState.OPEN and self.escalated_to_id is None

    @property
    def is_decided(self) -> bool:
        return self.decided_at is not None


class RequestQuestion(models.Model):
    """A question of who decides, and the answer. Between the two the stage's clock stands still."""

    stage = models.ForeignKey(RequestStage, on_delete=models.CASCADE, related_name="questions")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    question = models.CharField(max_length=MOST_NOTE)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=MOST_NOTE, blank=True)

    personal_data = PersonalData(
        {
            "asked_by": "who asked; kept with the request",
            "question": "read by the person and those who decide; kept with the request",
            "answer": "her words; read by those who decide; kept with the request",
        }
    )

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stage"], condition=Q(answered_at__isnull=True), name="requestquestion_one_open"
            ),
            models.CheckConstraint(condition=~Q(question=""), name="requestquestion_says_what"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="requestquestion_answered_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"question {self.pk}"
