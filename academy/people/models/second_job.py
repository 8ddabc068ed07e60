from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.reference.constraints import once_in_series
from academy.engines.reference.models import Version
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.people.choices.second_jobs import COUNTING, PermittedBy, SecondJobState
from academy.people.querysets.second_jobs import SecondJobQuerySet

DECIDERS = "read by the person, her line manager, who decides and HR; kept 2 years after the job ended"
MOST_HOURS = Decimal("100.00")
MOST_WORDS = 500


class SecondJobPolicy(Version):
    """What an organisation says about secondary employment: who permits, how many hours a week in all (S2-38 to S2-43).

    Without an organisation it is the policy of all that have none of their own. `content` has the shape of
    `schema.second_jobs.SecondJobPolicyFile`.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="second_job_policies"
    )
    content = models.JSONField(default=dict)

    personal_data = PersonalData({"published_by": "answers for the policy; kept as long as the policy"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "valid_from"]
        verbose_name_plural = "second job policies"
        constraints = [
            *Version.Meta.constraints,
            *once_in_series("secondjobpolicy"),
        ]

    def __str__(self) -> str:
        return f"second job policy {self.code}"


class SecondJob(models.Model):
    """A declaration of work for somebody else, and the decision on it (S2-44). A year later it is declared again.

    `hours` are hours a week there; `hours_in_all` those of all her jobs when it was declared. `permitted_by` is whose
    permission the policy asks, kept with the version it was declared under.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="second_jobs")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="second_jobs")
    policy = models.ForeignKey(SecondJobPolicy, on_delete=models.PROTECT, related_name="+")
    renews = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="renewals")
    employer = models.CharField(max_length=160)
    role = models.CharField(max_length=160)
    hours = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0.25")), MaxValueValidator(MOST_HOURS)],
    )
    hours_in_all = models.DecimalField(max_digits=5, decimal_places=2)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    words = models.CharField(max_length=MOST_WORDS, blank=True)
    permitted_by = models.CharField(max_length=15, choices=PermittedBy.choices)
    state = models.CharField(max_length=10, choices=SecondJobState.choices, default=SecondJobState.DECLARED)
    declared_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=MOST_WORDS, blank=True)
    renew_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = SecondJobQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose second job it is; kept 2 years after the job ended",
            "employer": DECIDERS,
            "role": DECIDERS,
            "hours": DECIDERS,
            "hours_in_all": DECIDERS,
            "words": DECIDERS,
            "decided_by": DECIDERS,
            "reason": DECIDERS,
        }
    )

    class Meta:
        ordering = ["-declared_at", "-pk"]
        indexes = [
            models.Index(fields=["person", "state"], name="secondjob_of_person"),
            models.Index(fields=["organisation", "state", "permitted_by"], name="secondjob_to_decide"),
        ]
        constraints = [
            state_known(SecondJobState, name="secondjob_state_known"),
            models.CheckConstraint(condition=Q(permitted_by__in=PermittedBy.values), name="secondjob_decider_known"),
            models.CheckConstraint(condition=~Q(employer="") & ~Q(role=""), name="secondjob_has_employer_and_role"),
            models.CheckConstraint(
                condition=Q(hours__gt=0, hours__lte=MOST_HOURS, hours_in_all__gte=F("hours")),
                name="secondjob_hours_in_bounds",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="secondjob_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("person")), name="secondjob_decided_by_another"
            ),
            models.CheckConstraint(
                condition=~Q(state=SecondJobState.ALLOWED) | Q(decided_at__isnull=False, renew_on__isnull=False),
                name="secondjob_allowed_until_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=SecondJobState.REFUSED) | (Q(decided_at__isnull=False) & ~Q(reason="")),
                name="secondjob_refused_with_reason",
            ),
            models.UniqueConstraint(
                fields=["renews"],
                condition=Q(renews__isnull=False, state__in=COUNTING),
                name="secondjob_renewed_once",
            ),
        ]

    def __str__(self) -> str:
        return f"second job {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("people:second-job", args=[self.pk])

    @property
    def standing(self) -> SecondJobState:
        """The state with its word and its shape."""
        return SecondJobState(self.state)

    @property
    def is_waiting(self) -> bool:
        """Nobody has decided yet."""
        return self.state == SecondJobState.DECLARED

    @property
    def is_allowed(self) -> bool:
        return self.state == SecondJobState.ALLOWED

    @property
    def is_refused(self) -> bool:
        return self.state == SecondJobState.REFUSED
