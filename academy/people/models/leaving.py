from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.people.choices.leaving import Destination, LeavingReason, LeavingState, QualifyingRoute
from academy.people.models.job_role import JobRole
from academy.people.models.post import Post
from academy.people.querysets.leaving import LeavingQuerySet, QualifyingQuerySet

COUNTED = "counted without names by the academy and HR; deleted 6 years after leaving"


class Leaving(models.Model):
    """That somebody leaves an employer: her last day, and what she says of the reasons in an exit interview (S2-07).

    `reasons` is a list of codes. `joined_on` is the first day of the unbroken service that ends. What she says in words
    is read by HR only; reports count the reasons and hide small numbers.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="leavings")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="leavings")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    joined_on = models.DateField()
    last_on = models.DateField()
    state = models.CharField(max_length=12, choices=LeavingState.choices, default=LeavingState.ENTERED)
    reasons = models.JSONField(default=list, blank=True)
    destination = models.CharField(max_length=15, choices=Destination.choices, blank=True)
    words = models.TextField(blank=True)
    entered_at = models.DateTimeField()
    interviewed_on = models.DateField(null=True, blank=True)
    interviewed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = LeavingQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "who leaves; kept for the retention of staff records",
            "joined_on": COUNTED,
            "last_on": "shown to her manager and the academy; kept for the retention of staff records",
            "reasons": COUNTED,
            "destination": COUNTED,
            "words": "read by HR only; deleted a year after leaving",
            "interviewed_by": "who held the exit interview; deleted 6 years after leaving",
        }
    )

    class Meta:
        ordering = ["-last_on", "-pk"]
        indexes = [models.Index(fields=["organisation", "last_on"], name="leaving_by_day")]
        constraints = [
            state_known(LeavingState, name="leaving_state_known"),
            models.CheckConstraint(condition=Q(last_on__gte=F("joined_on")), name="leaving_after_joining"),
            models.CheckConstraint(
                condition=Q(destination="") | Q(destination__in=Destination.values), name="leaving_destination_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=LeavingState.INTERVIEWED)
                | Q(interviewed_on__isnull=False, interviewed_by__isnull=False),
                name="leaving_interviewed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(interviewed_by__isnull=True) | ~Q(interviewed_by=F("person")),
                name="leaving_interviewed_by_another",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation", "last_on"],
                condition=~Q(state=LeavingState.TAKEN_BACK),
                name="leaving_once",
            ),
        ]

    def __str__(self) -> str:
        return f"leaving {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("people:leaving", args=[self.pk])

    @property
    def standing(self) -> LeavingState:
        """The state with its word and its shape."""
        return LeavingState(self.state)

    @property
    def is_open(self) -> bool:
        """She may still say why she leaves."""
        return self.state in (LeavingState.ENTERED, LeavingState.DECLINED)

    @property
    def awaits_interview(self) -> bool:
        return self.state == LeavingState.ENTERED

    @property
    def reasons_said(self) -> list[str]:
        """The reasons in words."""
        return [str(LeavingReason(code).label) for code in self.reasons]


class QualifyingSupport(models.Model):
    """That an employer supports somebody to qualify, and whether she did (S0-41, S0-44, S1-04, S1-15).

    `towards` is the job she is to qualify for: social worker or occupational therapist.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="qualifying")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="qualifying")
    route = models.CharField(max_length=15, choices=QualifyingRoute.choices)
    towards = models.ForeignKey(JobRole, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    expected_on = models.DateField(null=True, blank=True)
    qualified_on = models.DateField(null=True, blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    entered_at = models.DateTimeField()

    objects = QualifyingQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "who was supported; shown to her, her manager, the academy and HR",
            "route": COUNTED,
            "towards": COUNTED,
            "qualified_on": COUNTED,
            "stopped_on": COUNTED,
        }
    )

    class Meta:
        ordering = ["-from_on", "-pk"]
        verbose_name_plural = "qualifying supports"
        constraints = [
            models.CheckConstraint(condition=Q(route__in=QualifyingRoute.values), name="qualifyingsupport_route_known"),
            models.CheckConstraint(
                condition=Q(qualified_on__isnull=True) | Q(qualified_on__gte=F("from_on")),
                name="qualifyingsupport_qualified_after_start",
            ),
            models.CheckConstraint(
                condition=Q(stopped_on__isnull=True) | Q(stopped_on__gte=F("from_on"), qualified_on__isnull=True),
                name="qualifyingsupport_stopped_or_qualified",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation"],
                condition=Q(qualified_on__isnull=True, stopped_on__isnull=True),
                name="qualifyingsupport_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"qualifying support {self.pk}"

    @property
    def is_open(self) -> bool:
        """She is supported and has not qualified yet."""
        return self.qualified_on is None and self.stopped_on is None
