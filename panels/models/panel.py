from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.identity.models import Organisation, Person
from academy.identity.personal_data import NO_PERSONAL_DATA, PersonalData
from academy.people.choices import ServiceKind
from panels.choices.panels import MOST_TITLE, MemberSort, Seat
from panels.querysets.panels import MemberQuerySet, PanelQuerySet
from pathways.choices import SittingPurpose

SEATED = "who sits on the panel; kept with what it decided"


class Panel(models.Model):
    """A standing body of an employer: the progression panel, or the ASYE moderation panel, which is another (S4-27)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="panels")
    purpose = models.CharField(max_length=12, choices=SittingPurpose.choices)
    title = models.CharField(max_length=MOST_TITLE)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = PanelQuerySet.as_manager()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["organisation", "purpose", "title", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(purpose__in=SittingPurpose.values), name="panel_purpose_known"),
            models.CheckConstraint(condition=~Q(title=""), name="panel_is_named"),
            models.UniqueConstraint(fields=["organisation", "title"], name="panel_title_once"),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="panel_dates_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("panels:panel", args=[self.pk])


class Member(models.Model):
    """Somebody's seat on a panel, for a term. `services` she speaks for (none: for all), `expertise` the pathways she
    knows. A guest from another council is given cases one by one and sees no others."""

    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="panel_seats")
    seat = models.CharField(max_length=8, choices=Seat.choices)
    sort = models.CharField(max_length=16, choices=MemberSort.choices, blank=True)
    service = models.CharField(max_length=10, choices=ServiceKind.choices, blank=True)
    is_deputy = models.BooleanField(default=False, help_text="Sits for whoever holds the post her sort names.")
    expertise = models.JSONField(default=list, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    appointed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    appointed_at = models.DateTimeField()

    objects = MemberQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": SEATED,
            "sort": SEATED,
            "service": SEATED,
            "expertise": SEATED,
            "appointed_by": "answers for it; kept with it",
        }
    )

    class Meta:
        ordering = ["panel", "seat", "from_on", "pk"]
        indexes = [models.Index(fields=["person", "panel"], name="panelsmember_of_person")]
        constraints = [
            models.CheckConstraint(condition=Q(seat__in=Seat.values), name="panelsmember_seat_known"),
            models.CheckConstraint(condition=Q(sort__in=["", *MemberSort.values]), name="panelsmember_sort_known"),
            models.CheckConstraint(
                condition=Q(service__in=["", *ServiceKind.values]), name="panelsmember_service_known"
            ),
            models.CheckConstraint(
                condition=~Q(seat__in=["chair", "member"]) | ~Q(sort=""), name="panelsmember_judges_as_somebody"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="panelsmember_dates_in_order"
            ),
            models.UniqueConstraint(fields=["panel", "person", "seat", "from_on"], name="panelsmember_once_from_a_day"),
        ]

    def __str__(self) -> str:
        return f"seat {self.pk}"

    @property
    def organisation_id(self) -> int:
        return self.panel.organisation_id

    @property
    def is_guest(self) -> bool:
        """From another council: judges what she is given, and sees nothing else of the panel."""
        return self.sort == MemberSort.GUEST
