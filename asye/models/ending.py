from django.db import models
from django.db.models import Q

from academy.engines.frozen.rows import FrozenModel, FrozenQuerySet
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from asye.choices.ending import MOST_NUMBER, ClaimState, GrantPart, Moderated
from asye.choices.enrolments import MOST_REASON, MOST_WORDS, Outcome
from asye.models.enrolment import PARTIES, Enrolment
from asye.models.of_year import OfYear
from asye.querysets.claims import GrantClaimQuerySet
from asye.querysets.enrolments import FrozenOfEnrolmentQuerySet

REFUSAL = "What was recommended, moderated or decided is never changed."


class Recommendation(FrozenModel):
    """The final report and what its assessor recommends. Sent back by moderation, the next number follows (D1-61).

    `gaps` are the parts of the checklist that are missing, in its order, each a `title` with its `why`. A fail names
    the concerns that were recorded before, or says in `unforeseen` why there were none, the day she had it in writing,
    and how she can appeal (D1-77).
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="recommendations")
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=4, choices=Outcome.choices)
    report = models.TextField(max_length=MOST_WORDS)
    strengths = models.TextField(max_length=MOST_WORDS, blank=True)
    next_steps = models.TextField(max_length=MOST_WORDS, blank=True)
    answer = models.TextField(
        max_length=MOST_WORDS, blank=True, help_text="To the questions moderation sent it back with."
    )
    gaps = models.JSONField(default=list, blank=True)
    unforeseen = models.CharField(max_length=MOST_REASON, blank=True)
    notice_on = models.DateField(null=True, blank=True)
    appeal = models.TextField(max_length=MOST_WORDS, blank=True)
    snapshot = models.ForeignKey(
        "portfolios.Snapshot", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="asye_recommendations")
    recommended_at = models.DateTimeField()

    objects = FrozenOfEnrolmentQuerySet.as_manager()
    only_added_to = REFUSAL

    personal_data = PersonalData(
        {
            "outcome": PARTIES,
            "report": PARTIES,
            "strengths": PARTIES,
            "next_steps": PARTIES,
            "answer": "read by moderation and the academy; kept with the record",
            "gaps": PARTIES,
            "unforeseen": PARTIES,
            "notice_on": PARTIES,
            "appeal": PARTIES,
            "person": "who recommended; kept with the record",
        }
    )

    class Meta:
        ordering = ["enrolment", "number"]
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "number"], name="recommendation_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="recommendation_counts_from_one"),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="recommendation_outcome_known"),
            models.CheckConstraint(condition=~Q(report=""), name="recommendation_has_report"),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.PASS) | (Q(notice_on__isnull=False) & ~Q(appeal="")),
                name="recommendation_fail_needs_notice_and_appeal",
            ),
        ]

    def __str__(self) -> str:
        return f"recommendation {self.number} of enrolment {self.enrolment_id}"

    @property
    def organisation_id(self) -> int:
        return self.enrolment.organisation_id


class Moderation(FrozenModel):
    """What moderation said of a recommendation. `notes` are the panel's own: neither NQSW nor assessor reads them."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="moderations")
    result = models.CharField(max_length=10, choices=Moderated.choices)
    checks = models.JSONField(default=dict, blank=True)
    tests = models.JSONField(default=dict, blank=True)
    notes = models.TextField(max_length=MOST_WORDS, blank=True)
    to_assessor = models.TextField(max_length=MOST_WORDS, blank=True)
    to_nqsw = models.TextField(max_length=MOST_WORDS, blank=True)
    moderated_on = models.DateField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = FrozenQuerySet.as_manager()
    only_added_to = REFUSAL

    personal_data = PersonalData(
        {
            "checks": "read by moderation and the academy; kept with the record",
            "tests": "read by moderation and the academy; kept with the record",
            "notes": "read by moderation alone; kept with the record",
            "to_assessor": "read by the assessor and the academy; kept with the record",
            "to_nqsw": "read by her and the academy once the employer has decided; kept with the record",
            "recorded_by": "answers for it; kept with it",
        }
    )

    class Meta:
        ordering = ["recorded_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["recommendation"], name="moderation_once"),
            models.CheckConstraint(condition=Q(result__in=Moderated.values), name="moderation_result_known"),
            models.CheckConstraint(
                condition=Q(result=Moderated.CONFIRMED) | ~Q(to_assessor=""), name="moderation_query_has_words"
            ),
        ]

    def __str__(self) -> str:
        return f"moderation {self.pk}"

    @property
    def person_id(self) -> int:
        """Whose year it is about."""
        return self.recommendation.enrolment.person_id

    @property
    def organisation_id(self) -> int:
        return self.recommendation.enrolment.organisation_id


class EmployerDecision(OfYear, FrozenModel):
    """What the employer decided, and what follows for the employment: confirmed, probation ended (S0-77, S2-55)."""

    enrolment = models.OneToOneField(Enrolment, on_delete=models.PROTECT, related_name="decision")
    outcome = models.CharField(max_length=4, choices=Outcome.choices)
    words = models.TextField(max_length=MOST_WORDS, blank=True)
    notice_on = models.DateField(null=True, blank=True)
    appeal = models.TextField(max_length=MOST_WORDS, blank=True)
    confirmed_on = models.DateField(null=True, blank=True, help_text="From when the employment is confirmed.")
    probation_until_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()
    decided_at = models.DateTimeField()

    objects = FrozenOfEnrolmentQuerySet.as_manager()
    only_added_to = REFUSAL

    personal_data = PersonalData(
        {
            "outcome": "read by her, her manager, her assessor, the academy and human resources; kept with the record",
            "words": "read by her, her manager, the academy and human resources; kept with the record",
            "notice_on": "read by her, her manager, the academy and human resources; kept with the record",
            "appeal": "read by her, her manager, the academy and human resources; kept with the record",
            "confirmed_on": "read by her, her manager, the academy and human resources; kept with the record",
            "probation_until_on": "read by her, her manager, the academy and human resources; kept with the record",
            "decided_by": "answers for it; kept with it",
        }
    )

    class Meta:
        ordering = ["decided_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="employerdecision_outcome_known"),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.PASS) | (Q(notice_on__isnull=False) & ~Q(appeal="")),
                name="employerdecision_fail_needs_notice_and_appeal",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.PASS) | Q(confirmed_on__isnull=True),
                name="employerdecision_confirmed_on_a_pass",
            ),
        ]

    def __str__(self) -> str:
        return f"decision on enrolment {self.enrolment_id}"


class AsyeCertificate(OfYear, FrozenModel):
    """The certificate after a confirmed pass: number, day and who issues it, by the body of its year (D1-68)."""

    enrolment = models.OneToOneField(Enrolment, on_delete=models.PROTECT, related_name="certificate")
    number = models.CharField(max_length=MOST_NUMBER, unique=True)
    issuer = models.CharField(max_length=120)
    issued_on = models.DateField()
    issued_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()

    objects = FrozenOfEnrolmentQuerySet.as_manager()
    only_added_to = REFUSAL

    personal_data = PersonalData({"number": PARTIES, "issued_by": "answers for it; kept with it"})

    class Meta:
        ordering = ["issued_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(number="") & ~Q(issuer=""), name="asyecertificate_is_whole"),
        ]

    def __str__(self) -> str:
        return f"certificate {self.number}"


class GrantClaim(models.Model):
    """A part of the employer's grant for one NQSW: due, claimed, paid. `amount` is pounds, of the policy's year.

    It belongs to the employer that claims, which keeps it when the year goes to another.
    """

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="grant_claims")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    year = models.CharField(max_length=9, help_text="As the national body calls it: 2026-27.")
    part = models.CharField(max_length=15, choices=GrantPart.choices)
    body = models.CharField(max_length=80)
    amount = models.DecimalField(max_digits=8, decimal_places=2)
    state = models.CharField(max_length=10, choices=ClaimState.choices, default=ClaimState.DUE)
    due_on = models.DateField(null=True, blank=True)
    claimed_on = models.DateField(null=True, blank=True)
    paid_on = models.DateField(null=True, blank=True)
    reference = models.CharField(max_length=MOST_NUMBER, blank=True)
    refused_because = models.CharField(max_length=MOST_REASON, blank=True)

    objects = GrantClaimQuerySet.as_manager()

    personal_data = PersonalData(
        {"reference": "the national body's number of the claim; kept 7 years with the accounts"}
    )

    class Meta:
        ordering = ["year", "due_on", "pk"]
        constraints = [
            state_known(ClaimState, name="grantclaim_state_known"),
            models.UniqueConstraint(fields=["enrolment", "part"], name="grantclaim_part_once"),
            models.CheckConstraint(condition=Q(part__in=GrantPart.values), name="grantclaim_part_known"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="grantclaim_amount_not_negative"),
            models.CheckConstraint(
                condition=Q(state=ClaimState.DUE, claimed_on__isnull=True, paid_on__isnull=True)
                | Q(state=ClaimState.CLAIMED, claimed_on__isnull=False, paid_on__isnull=True)
                | Q(state=ClaimState.PAID, claimed_on__isnull=False, paid_on__isnull=False)
                | (
                    Q(state=ClaimState.REFUSED, claimed_on__isnull=False, paid_on__isnull=True) & ~Q(refused_because="")
                ),
                name="grantclaim_days_of_its_state",
            ),
        ]

    def __str__(self) -> str:
        return f"grant claim {self.pk}"

    @property
    def standing(self) -> ClaimState:
        return ClaimState(self.state)

    @property
    def person_id(self) -> int:
        """For whom it is claimed."""
        return self.enrolment.person_id
