from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from asye.choices.enrolments import MOST_REASON
from asye.choices.year import Kept, Promise, SignalState
from asye.models.enrolment import PARTIES, Enrolment
from asye.models.of_year import OfYear
from asye.querysets.enrolments import OfEnrolmentQuerySet


class Week(models.Model):
    """What she says of one week: was the protected time kept, how much work did she carry, did they meet.

    `week_on` is its Monday. Supervision kept in the portal is read from there and not asked.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="weeks")
    week_on = models.DateField()
    protected = models.CharField(max_length=10, choices=Kept.choices)
    workload_percent = models.PositiveSmallIntegerField()
    supervised = models.BooleanField(null=True, blank=True)
    used_for = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = OfEnrolmentQuerySet.as_manager()

    personal_data = PersonalData(
        {"protected": PARTIES, "workload_percent": PARTIES, "supervised": PARTIES, "used_for": PARTIES}
    )

    class Meta:
        ordering = ["week_on"]
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "week_on"], name="asyeweek_once"),
            models.CheckConstraint(condition=Q(week_on__iso_week_day=1), name="asyeweek_begins_on_monday"),
            models.CheckConstraint(condition=Q(protected__in=Kept.values), name="asyeweek_protected_known"),
            models.CheckConstraint(condition=Q(workload_percent__lte=200), name="asyeweek_workload_at_most_200"),
        ]

    def __str__(self) -> str:
        return f"week {self.week_on} of enrolment {self.enrolment_id}"


class Signal(OfYear, models.Model):
    """That a promise was not kept for longer than the policy lets pass: the academy is told early, and answers."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="signals")
    promise = models.CharField(max_length=12, choices=Promise.choices)
    since_on = models.DateField()
    state = models.CharField(max_length=10, choices=SignalState.choices, default=SignalState.OPEN)
    words = models.CharField(max_length=MOST_REASON)
    told_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.CharField(max_length=MOST_REASON, blank=True)

    objects = OfEnrolmentQuerySet.as_manager()

    personal_data = PersonalData(
        {"words": PARTIES, "answer": PARTIES, "answered_by": "answers for what was done; kept with it"}
    )

    class Meta:
        ordering = ["told_at", "pk"]
        constraints = [
            state_known(SignalState, name="asyesignal_state_known"),
            models.CheckConstraint(condition=Q(promise__in=Promise.values), name="asyesignal_promise_known"),
            models.CheckConstraint(condition=~Q(words=""), name="asyesignal_has_words"),
            models.UniqueConstraint(
                fields=["enrolment", "promise"], condition=Q(state=SignalState.OPEN), name="asyesignal_one_open"
            ),
            models.CheckConstraint(
                condition=Q(state=SignalState.OPEN, answered_at__isnull=True, answered_by__isnull=True, answer="")
                | (Q(state=SignalState.ANSWERED, answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="asyesignal_answered_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"signal {self.pk} of enrolment {self.enrolment_id}"

    def get_absolute_url(self) -> str:
        return reverse("asye:signal", args=[self.pk])

    @property
    def standing(self) -> SignalState:
        return SignalState(self.state)


class Nudge(models.Model):
    """A reminder somebody of the academy read and sent: to whom, about which year, in which words."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="nudges")
    to = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=MOST_REASON)
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()

    objects = OfEnrolmentQuerySet.as_manager()

    personal_data = PersonalData({"to": PARTIES, "words": PARTIES, "sent_by": "answers for it; kept with it"})

    class Meta:
        ordering = ["-sent_at", "-pk"]
        indexes = [models.Index(fields=["to", "-sent_at"], name="asyenudge_to")]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="asyenudge_has_words")]

    def __str__(self) -> str:
        return f"nudge {self.pk} about enrolment {self.enrolment_id}"
