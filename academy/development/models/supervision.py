from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.development.choices import MOST_REASON
from academy.development.choices.supervisions import MissedBecause, SessionState, Strand
from academy.development.querysets.supervisions import AgreementQuerySet, SupervisionQuerySet
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.people.models.addendum import Addendum
from academy.people.models.dated import Dated

BOTH = "read by the person and her supervisor; kept 6 years after the employment"


class SupervisionAgreement(Dated):
    """That two people meet for one strand of supervision every so many weeks, from a day on (S4-31, S4-32).

    A change of rhythm or supervisor begins a new agreement. `agreed_at` is the moment she agreed to it.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="supervision_agreements")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    supervisor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="supervises")
    strand = models.CharField(max_length=12, choices=Strand.choices)
    every_weeks = models.PositiveSmallIntegerField(default=4)
    minutes = models.PositiveSmallIntegerField(default=90)
    made_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)

    objects = AgreementQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "who is supervised; kept 6 years after the employment",
            "supervisor": "by whom; kept 6 years after the employment",
            "every_weeks": "the rhythm; shown to the academy, which answers for the rhythm being kept",
        }
    )

    class Meta(Dated.Meta):
        ordering = ["-from_on", "-pk"]
        indexes = [models.Index(fields=["supervisor", "until_on"], name="agreement_by_supervisor")]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=Q(strand__in=Strand.values), name="supervisionagreement_strand_known"),
            models.CheckConstraint(condition=~Q(person=F("supervisor")), name="supervisionagreement_with_another"),
            models.CheckConstraint(
                condition=Q(every_weeks__gte=1, every_weeks__lte=26), name="supervisionagreement_weeks_1_to_26"
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=15, minutes__lte=480), name="supervisionagreement_minutes_15_to_480"
            ),
            models.UniqueConstraint(
                fields=["person", "organisation", "strand"],
                condition=Q(until_on__isnull=True),
                name="supervisionagreement_one_open_per_strand",
            ),
        ]

    def __str__(self) -> str:
        return f"supervision agreement {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("development:supervision-agreement", args=[self.pk])


class Supervision(models.Model):
    """One supervision session: planned, then held or missed, noted by both in their own parts, signed, locked."""

    agreement = models.ForeignKey(SupervisionAgreement, on_delete=models.PROTECT, related_name="sessions")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="supervisions")
    supervisor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    strand = models.CharField(max_length=12, choices=Strand.choices)
    planned_on = models.DateField()
    held_on = models.DateField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=SessionState.choices, default=SessionState.PLANNED)
    missed_because = models.CharField(max_length=20, choices=MissedBecause.choices, blank=True)
    missed_words = models.CharField(max_length=MOST_REASON, blank=True)
    own_notes = models.TextField(blank=True)
    supervisor_notes = models.TextField(blank=True)
    planned_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    own_signed_at = models.DateTimeField(null=True, blank=True)
    supervisor_signed_at = models.DateTimeField(null=True, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)

    objects = SupervisionQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "who is supervised; kept 6 years after the employment",
            "supervisor": "by whom; kept 6 years after the employment",
            "held_on": "shown to the academy as a date; kept 6 years after the employment",
            "missed_because": "shown to the academy, never a health reason; kept 6 years after the employment",
            "missed_words": BOTH,
            "own_notes": BOTH,
            "supervisor_notes": BOTH,
        }
    )

    class Meta:
        ordering = ["-planned_on", "-pk"]
        indexes = [
            models.Index(fields=["person", "strand", "-planned_on"], name="supervision_of_person"),
            models.Index(fields=["supervisor", "state", "planned_on"], name="supervision_by_supervisor"),
        ]
        constraints = [
            state_known(SessionState, name="supervision_state_known"),
            models.CheckConstraint(condition=Q(strand__in=Strand.values), name="supervision_strand_known"),
            models.CheckConstraint(condition=~Q(person=F("supervisor")), name="supervision_with_another"),
            models.CheckConstraint(
                condition=Q(missed_because="") | Q(missed_because__in=MissedBecause.values),
                name="supervision_reason_known",
            ),
            models.CheckConstraint(
                condition=Q(state=SessionState.PLANNED, held_on__isnull=True, missed_because="")
                | (Q(state=SessionState.MISSED, held_on__isnull=True) & ~Q(missed_because=""))
                | Q(
                    state__in=[SessionState.HELD, SessionState.SIGNED],
                    held_on__isnull=False,
                    missed_because="",
                ),
                name="supervision_held_or_missed",
            ),
            models.CheckConstraint(
                condition=~Q(state=SessionState.SIGNED)
                | Q(own_signed_at__isnull=False, supervisor_signed_at__isnull=False, locked_at__isnull=False),
                name="supervision_signed_by_both",
            ),
            models.UniqueConstraint(fields=["agreement", "planned_on"], name="supervision_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"supervision {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("development:supervision", args=[self.pk])

    @property
    def standing(self) -> SessionState:
        """The state with its word and its shape."""
        return SessionState(self.state)

    @property
    def why_missed(self) -> str:
        """Why it was not held: the words where it was another reason."""
        if self.missed_because == MissedBecause.OTHER:
            return self.missed_words
        return str(self.get_missed_because_display())


class SupervisionAddendum(Addendum):
    supervision = models.ForeignKey(Supervision, on_delete=models.PROTECT, related_name="addenda")

    personal_data = PersonalData({"written_by": BOTH, "words": BOTH})

    class Meta(Addendum.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"supervision addendum {self.pk}"
