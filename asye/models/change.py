import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from asye.choices.enrolments import MOST_REASON, Role
from asye.choices.year import ChangeKind, ChangeState, PauseReason
from asye.models.enrolment import PARTIES, Enrolment
from asye.models.of_year import OfYear
from asye.querysets.enrolments import OfEnrolmentQuerySet

AGREED = "read by those who agree to it and the academy, coarse and never a diagnosis; kept with the record"


class Change(OfYear, models.Model):
    """A pause, an extension or other hours: proposed, agreed by all who must, and then the dates move (D1-72).

    Of a pause `from_on` and `until_on` are its first and last day (the last one expected, then the real one); of hours
    `from_on` is the first day with `fte`; of an extension `weeks` are full-time weeks. `timetable` is how the dates
    stood before and afterwards, kept when it was agreed. `reported_at` is when the national body was told.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=10, choices=ChangeKind.choices)
    token = models.UUIDField(default=uuid.uuid4, editable=False)
    state = models.CharField(max_length=10, choices=ChangeState.choices, default=ChangeState.PROPOSED)
    reason = models.CharField(max_length=20, choices=PauseReason.choices, blank=True)
    words = models.CharField(max_length=MOST_REASON, blank=True)
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    fte = models.DecimalField(max_digits=3, decimal_places=2, null=True, blank=True)
    weeks = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    back_at = models.DateTimeField(null=True, blank=True, help_text="When her return from a pause was noted.")
    timetable = models.JSONField(default=dict, blank=True)
    reported_at = models.DateTimeField(null=True, blank=True, help_text="When the national body was told.")
    reported_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = OfEnrolmentQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "reason": AGREED,
            "words": AGREED,
            "from_on": PARTIES,
            "until_on": PARTIES,
            "fte": PARTIES,
            "proposed_by": "answers for the proposal; kept with it",
            "timetable": PARTIES,
            "reported_by": "answers for telling the national body; kept with it",
        }
    )

    class Meta:
        ordering = ["proposed_at", "pk"]
        constraints = [
            state_known(ChangeState, name="asyechange_state_known"),
            models.CheckConstraint(condition=Q(kind__in=ChangeKind.values), name="asyechange_kind_known"),
            models.CheckConstraint(condition=Q(reason__in=["", *PauseReason.values]), name="asyechange_reason_known"),
            models.UniqueConstraint(fields=["enrolment", "token"], name="asyechange_form_sent_once"),
            models.UniqueConstraint(
                fields=["enrolment", "kind"], condition=Q(state=ChangeState.PROPOSED), name="asyechange_one_proposed"
            ),
            models.CheckConstraint(
                condition=(
                    Q(kind=ChangeKind.PAUSE, from_on__isnull=False, until_on__isnull=False)
                    & ~Q(reason="")
                    & Q(fte__isnull=True, weeks__isnull=True)
                )
                | Q(kind=ChangeKind.HOURS, from_on__isnull=False, fte__isnull=False, until_on__isnull=True)
                & Q(reason="", weeks__isnull=True)
                | Q(kind=ChangeKind.EXTENSION, weeks__isnull=False, from_on__isnull=True, until_on__isnull=True)
                & Q(reason="", fte__isnull=True)
                & ~Q(words=""),
                name="asyechange_says_what_its_kind_needs",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="asyechange_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(fte__isnull=True) | Q(fte__gt=0, fte__lte=1), name="asyechange_fte_above_0_at_most_1"
            ),
            models.CheckConstraint(
                condition=Q(weeks__isnull=True) | Q(weeks__gt=0, weeks__lte=52), name="asyechange_weeks_at_most_52"
            ),
            models.CheckConstraint(
                condition=Q(state=ChangeState.PROPOSED, settled_at__isnull=True)
                | (~Q(state=ChangeState.PROPOSED) & Q(settled_at__isnull=False)),
                name="asyechange_settled_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(reported_at__isnull=True, reported_by__isnull=True)
                | Q(reported_at__isnull=False, reported_by__isnull=False, state=ChangeState.AGREED),
                name="asyechange_reported_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk} of enrolment {self.enrolment_id}"

    def get_absolute_url(self) -> str:
        return reverse("asye:change", args=[self.pk])

    @property
    def standing(self) -> ChangeState:
        return ChangeState(self.state)


class Consent(models.Model):
    """What one of those who must agree says to a change; taken back as long as not everybody has agreed."""

    change = models.ForeignKey(Change, on_delete=models.CASCADE, related_name="consents")
    role = models.CharField(max_length=20, choices=Role.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_for = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    agrees = models.BooleanField()
    words = models.CharField(max_length=MOST_REASON, blank=True)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData({"person": AGREED, "signed_for": AGREED, "words": AGREED})

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="consent_role_known"),
            models.UniqueConstraint(
                fields=["change", "role"], condition=Q(withdrawn_at__isnull=True), name="consent_once_per_role"
            ),
            models.CheckConstraint(condition=Q(agrees=True) | ~Q(words=""), name="consent_refused_with_words"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("given_at")),
                name="consent_withdrawn_after_given",
            ),
        ]

    def __str__(self) -> str:
        return f"consent of {self.role} to change {self.change_id}"
