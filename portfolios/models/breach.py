from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from portfolios.choices.portfolios import BreachState, Severity
from portfolios.models.portfolio import Portfolio
from portfolios.models.snapshot import Snapshot
from portfolios.querysets.breaches import BreachQuerySet

ANSWERS = "read by the practitioner, the finder, the academy and information governance; kept with the portfolio"


class Breach(models.Model):
    """Somebody could be told from a portfolio, as found by who signed, read or judged it (D7-04).

    `where` says in which section or file, without the name itself. Minor: returned, to be corrected by `correct_by`.
    Major: not accepted, and information governance is told.
    """

    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, related_name="breaches")
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    severity = models.CharField(max_length=6, choices=Severity.choices)
    state = models.CharField(max_length=10, choices=BreachState.choices, default=BreachState.OPEN)
    where = models.TextField(max_length=1000, help_text="Where it stands and what kind it is; never the name itself.")
    found_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    found_at = models.DateTimeField()
    correct_by = models.DateTimeField(null=True, blank=True)
    governance_told_at = models.DateTimeField(null=True, blank=True)
    corrected_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)

    objects = BreachQuerySet.as_manager()

    personal_data = PersonalData({"where": ANSWERS, "found_by": ANSWERS, "severity": ANSWERS})

    class Meta:
        ordering = ["-found_at", "-pk"]
        verbose_name_plural = "breaches"
        constraints = [
            state_known(BreachState, name="breach_state_known"),
            models.CheckConstraint(condition=Q(severity__in=Severity.values), name="breach_severity_known"),
            models.CheckConstraint(condition=~Q(where=""), name="breach_says_where"),
            models.CheckConstraint(
                condition=Q(severity=Severity.MINOR, correct_by__isnull=False, governance_told_at__isnull=True)
                | Q(severity=Severity.MAJOR, correct_by__isnull=True, governance_told_at__isnull=False),
                name="breach_corrected_or_reported",
            ),
            models.CheckConstraint(
                condition=Q(state=BreachState.OPEN, corrected_at__isnull=True, refused_at__isnull=True)
                | Q(state=BreachState.CORRECTED, corrected_at__isnull=False, refused_at__isnull=True)
                | Q(state=BreachState.REFUSED, corrected_at__isnull=True, refused_at__isnull=False),
                name="breach_ended_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"breach {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("portfolios:breach", args=[self.pk])

    @property
    def person_id(self) -> int:
        """Whose portfolio it was found in."""
        return self.portfolio.person_id

    @property
    def organisation_id(self) -> int:
        return self.portfolio.organisation_id

    @property
    def standing(self) -> BreachState:
        return BreachState(self.state)

    @property
    def is_open(self) -> bool:
        return self.state == BreachState.OPEN
