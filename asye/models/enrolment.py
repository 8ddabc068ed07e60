from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.people.models.dated import Dated
from asye.choices.enrolments import ASSIGNED, ENDED, MOST_REASON, MOST_WORDS, EnrolmentState, Outcome, Role
from asye.models.policy import AsyePolicy
from asye.querysets.enrolments import EnrolmentQuerySet, PartQuerySet
from asye.querysets.transfers import TransferQuerySet

PARTIES = "read by her, those who have a part in her year, and the academy; kept with the learning record"


class Enrolment(models.Model):
    """One newly qualified social worker's assessed and supported year, under the edition of the policy it began with.

    `starts_on` is the first day of the year, apart from the day her contract began (D1-03). `fte` is what she worked on
    that day; later hours are agreed changes. `organisation` is the employer she is with now. `knowledge_current` says
    why her knowledge is still current where more than two years have gone by since she qualified (D1-04);
    `agency_agreement` who gives support and assessment where an agency employs her (D1-05).
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="enrolments")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="enrolments")
    policy = models.ForeignKey(AsyePolicy, on_delete=models.PROTECT, related_name="enrolments")
    state = models.CharField(max_length=15, choices=EnrolmentState.choices, default=EnrolmentState.AGREEMENT_DUE)
    qualified_on = models.DateField()
    contract_on = models.DateField(null=True, blank=True)
    starts_on = models.DateField()
    fte = models.DecimalField(max_digits=3, decimal_places=2, default=Decimal("1.00"))
    knowledge_current = models.CharField(max_length=MOST_REASON, blank=True)
    agency_agreement = models.CharField(max_length=MOST_REASON, blank=True)
    documents_seen = models.JSONField(
        default=list, blank=True, help_text="Codes of the policy's documents that were seen."
    )
    outcome = models.CharField(max_length=4, choices=Outcome.choices, blank=True)
    enrolled_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=MOST_REASON, blank=True)

    objects = EnrolmentQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose year it is; kept with the learning record",
            "qualified_on": "says whether she may take part and a grant is paid; kept with the learning record",
            "contract_on": PARTIES,
            "starts_on": PARTIES,
            "fte": "moves the dates; shown to those who have a part in her year and the academy",
            "knowledge_current": PARTIES,
            "agency_agreement": PARTIES,
            "documents_seen": PARTIES,
            "outcome": "read by her, her manager, her assessor, the academy and human resources; kept with the record",
            "ended_because": "read by her and the academy, never a health reason; kept with the record",
        }
    )

    class Meta:
        ordering = ["-starts_on", "pk"]
        indexes = [
            models.Index(fields=["organisation", "state", "starts_on"], name="enrolment_cohort"),
            models.Index(fields=["person", "state"], name="enrolment_of_person"),
        ]
        constraints = [
            state_known(EnrolmentState, name="enrolment_state_known"),
            models.UniqueConstraint(fields=["person"], condition=~Q(state__in=ENDED), name="enrolment_one_under_way"),
            models.CheckConstraint(condition=Q(fte__gt=0, fte__lte=1), name="enrolment_fte_above_0_at_most_1"),
            models.CheckConstraint(condition=Q(starts_on__gte=F("qualified_on")), name="enrolment_qualified_first"),
            models.CheckConstraint(condition=Q(outcome__in=["", *Outcome.values]), name="enrolment_outcome_known"),
            models.CheckConstraint(
                condition=Q(state__in=[EnrolmentState.DECIDED, EnrolmentState.CERTIFIED]) & ~Q(outcome="")
                | ~Q(state__in=[EnrolmentState.DECIDED, EnrolmentState.CERTIFIED]) & Q(outcome=""),
                name="enrolment_outcome_when_decided",
            ),
            models.CheckConstraint(
                condition=~Q(state=EnrolmentState.CERTIFIED) | Q(outcome=Outcome.PASS), name="enrolment_certified_pass"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ENDED, ended_at__isnull=False) | (~Q(state__in=ENDED) & Q(ended_at__isnull=True)),
                name="enrolment_ended_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=EnrolmentState.WITHDRAWN) | ~Q(ended_because=""), name="enrolment_withdrawn_because"
            ),
        ]

    def __str__(self) -> str:
        return f"ASYE enrolment {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("asye:enrolment", args=[self.pk])

    @property
    def standing(self) -> EnrolmentState:
        """The state with its word and its shape."""
        return EnrolmentState(self.state)


class Part(Dated):
    """That somebody has a part in a year, from a day on; handed over, never overwritten (D1-12).

    `handover` is what the one before tells the next. The NQSW's own part has no row.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="parts")
    role = models.CharField(max_length=20, choices=Role.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="asye_parts")
    because = models.CharField(max_length=MOST_REASON, blank=True, help_text="Why it changed hands.")
    handover = models.TextField(max_length=MOST_WORDS, blank=True)
    handed_over_at = models.DateTimeField(null=True, blank=True)
    assigned_at = models.DateTimeField()
    assigned_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = PartQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": PARTIES,
            "because": PARTIES,
            "handover": "read by the NQSW and those who have the part; kept with the learning record",
            "assigned_by": "answers for the assignment; kept with it",
        }
    )

    class Meta(Dated.Meta):
        ordering = ["role", "-from_on", "-pk"]
        indexes = [models.Index(fields=["person", "role", "until_on"], name="asyepart_by_person")]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=Q(role__in=ASSIGNED), name="asyepart_role_known"),
            models.UniqueConstraint(
                fields=["enrolment", "role"], condition=Q(until_on__isnull=True), name="asyepart_one_open_per_role"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} in enrolment {self.enrolment_id}"


class Period(Dated):
    """The time with one employer, under its policy. A release closes it without an outcome; a claim opens the next."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="periods")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    policy = models.ForeignKey(AsyePolicy, on_delete=models.PROTECT, related_name="+")

    personal_data = PersonalData({"organisation": PARTIES})

    class Meta(Dated.Meta):
        ordering = ["from_on", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["enrolment"], condition=Q(until_on__isnull=True), name="asyeperiod_one_open"
            ),
        ]

    def __str__(self) -> str:
        return f"period of enrolment {self.enrolment_id}"


class Transfer(models.Model):
    """That an employer let the record go to another, and that the other took it up, or has not yet."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="transfers")
    from_organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    to_organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="asye_transfers")
    last_day = models.DateField()
    note = models.CharField(max_length=MOST_REASON, blank=True, help_text="What the next employer should know.")
    released_at = models.DateTimeField()
    released_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    claimed_at = models.DateTimeField(null=True, blank=True)
    claimed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = TransferQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "note": "read by her and both academies; kept with the learning record",
            "released_by": "answers for the release; kept with it",
            "claimed_by": "answers for the claim; kept with it",
        }
    )

    class Meta:
        ordering = ["released_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment"], condition=Q(claimed_at__isnull=True), name="asyetransfer_one_waiting"
            ),
            models.CheckConstraint(
                condition=~Q(from_organisation=F("to_organisation")), name="asyetransfer_to_another"
            ),
            models.CheckConstraint(
                condition=Q(claimed_at__isnull=True, claimed_by__isnull=True)
                | Q(claimed_at__isnull=False, claimed_by__isnull=False),
                name="asyetransfer_claimed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"transfer of enrolment {self.enrolment_id}"

    def get_absolute_url(self) -> str:
        return reverse("asye:transfer", args=[self.pk])

    @property
    def person_id(self) -> int:
        """Whose record it is."""
        return self.enrolment.person_id
