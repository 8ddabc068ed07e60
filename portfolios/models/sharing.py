from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from portfolios.choices.portfolios import MOST_REASON, ExemplarState, Reach
from portfolios.models.portfolio import Portfolio
from portfolios.models.snapshot import Snapshot
from portfolios.querysets.sharing import ExemplarQuerySet, PortfolioShareQuerySet


class PortfolioShare(models.Model):
    """That its owner lets somebody read a portfolio, until a day. A grant of the access engine stands beside it.

    `snapshot` limits it to what was handed in then; without one the reader sees it as it stands.
    """

    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, related_name="shares")
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=MOST_REASON, blank=True)
    shared_at = models.DateTimeField()
    until_on = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = PortfolioShareQuerySet.as_manager()

    personal_data = PersonalData(
        {"person": "who may read it; kept with the portfolio", "note": "read by the two; kept with the portfolio"}
    )

    class Meta:
        ordering = ["-shared_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["portfolio", "person"], condition=Q(ended_at__isnull=True), name="portfolioshare_live_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("shared_at")), name="portfolioshare_ends_after"
            ),
        ]

    def __str__(self) -> str:
        return f"share {self.pk} of portfolio {self.portfolio_id}"

    @property
    def thing(self) -> Portfolio | Snapshot:
        """What its reader reads: the one snapshot, or the portfolio as it stands."""
        return self.snapshot or self.portfolio

    @property
    def what(self) -> str:
        """What that is, in words."""
        return f"Version {self.snapshot.number}, as handed in" if self.snapshot else "The portfolio as it stands"

    @property
    def ran_out_at(self) -> datetime:
        """The first moment after its last day."""
        return timezone.make_aware(datetime.combine(self.until_on + timedelta(days=1), time.min))


class Exemplar(models.Model):
    """A snapshot its owner offers as an example, with consent she may take back at any time (S0-74).

    Shown without her name and without files but those she cleared, once the academy has looked at it.
    """

    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="exemplars")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="exemplars")
    reach = models.CharField(max_length=12, choices=Reach.choices, default=Reach.ORGANISATION)
    state = models.CharField(max_length=10, choices=ExemplarState.choices, default=ExemplarState.OFFERED)
    about = models.TextField(max_length=1000, help_text="What it is a good example of.")
    offered_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True, blank=True)
    shown_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = ExemplarQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "about": "read with the example; kept with the portfolio",
            "shown_by": "who looked at it; kept with the portfolio",
        }
    )

    class Meta:
        ordering = ["-offered_at", "-pk"]
        constraints = [
            state_known(ExemplarState, name="exemplar_state_known"),
            models.CheckConstraint(condition=Q(reach__in=Reach.values), name="exemplar_reach_known"),
            models.CheckConstraint(condition=~Q(about=""), name="exemplar_says_of_what"),
            models.UniqueConstraint(
                fields=["snapshot"], condition=~Q(state=ExemplarState.TAKEN_BACK), name="exemplar_live_once"
            ),
            models.CheckConstraint(
                condition=~Q(state=ExemplarState.SHOWN) | Q(shown_at__isnull=False, shown_by__isnull=False),
                name="exemplar_shown_by_somebody",
            ),
            models.CheckConstraint(
                condition=(Q(state=ExemplarState.TAKEN_BACK, taken_back_at__isnull=False))
                | (~Q(state=ExemplarState.TAKEN_BACK) & Q(taken_back_at__isnull=True)),
                name="exemplar_taken_back_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"exemplar {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("portfolios:exemplar", args=[self.pk])

    @property
    def person_id(self) -> int:
        """Whose work it is."""
        return self.snapshot.portfolio.person_id

    @property
    def is_offered(self) -> bool:
        return self.state == ExemplarState.OFFERED

    @property
    def standing(self) -> ExemplarState:
        return ExemplarState(self.state)
