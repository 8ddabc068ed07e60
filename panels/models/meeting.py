from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Person
from academy.identity.personal_data import NO_PERSONAL_DATA, PersonalData
from panels.choices.panels import MOST_WORDS, ItemState, MeetingState
from panels.models.case import Case
from panels.models.panel import Panel
from panels.models.policy import PanelPolicy
from panels.querysets.meetings import AgendaItemQuerySet, MeetingQuerySet, PresenceQuerySet


class Meeting(models.Model):
    """A sitting as a panel holds it, under the edition of its policy that was in force when the panel took it up."""

    sitting = models.OneToOneField("pathways.Sitting", on_delete=models.PROTECT, related_name="meeting")
    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="meetings")
    policy = models.ForeignKey(PanelPolicy, on_delete=models.PROTECT, related_name="meetings")
    state = models.CharField(max_length=10, choices=MeetingState.choices, default=MeetingState.GATHERING)
    starts_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = MeetingQuerySet.as_manager()

    personal_data = PersonalData({"released_by": "answers for it; kept with it", "place": "where it meets"})

    class Meta:
        ordering = ["sitting__on", "pk"]
        constraints = [
            state_known(MeetingState, name="meeting_state_known"),
            models.CheckConstraint(
                condition=Q(state=MeetingState.GATHERING) | Q(opened_at__isnull=False), name="meeting_opened_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state=MeetingState.CLOSED) | Q(closed_at__isnull=False), name="meeting_closed_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True, released_by__isnull=True)
                | Q(released_at__isnull=False, released_by__isnull=False, closed_at__isnull=False),
                name="meeting_released_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"meeting {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("panels:meeting", args=[self.pk])

    @property
    def organisation_id(self) -> int:
        return self.panel.organisation_id

    @property
    def standing(self) -> MeetingState:
        return MeetingState(self.state)

    @property
    def is_open(self) -> bool:
        return self.state == MeetingState.OPEN


class AgendaItem(models.Model):
    """A case on the agenda of a meeting, with the minutes it is given."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    minutes = models.PositiveSmallIntegerField(default=20)
    state = models.CharField(max_length=10, choices=ItemState.choices, default=ItemState.WAITING)
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    is_off = models.BooleanField(default=False, help_text="Taken off the agenda; kept, because it was on it.")

    objects = AgendaItemQuerySet.as_manager()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["meeting", "position", "pk"]
        constraints = [
            state_known(ItemState, name="agendaitem_state_known"),
            models.UniqueConstraint(fields=["case"], condition=Q(is_off=False), name="agendaitem_case_once"),
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(state=ItemState.ON_TABLE), name="agendaitem_one_on_the_table"
            ),
            models.CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=480), name="agendaitem_minutes_in_bounds"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(began_at__isnull=False, ended_at__gte=F("began_at")),
                name="agendaitem_times_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"item {self.position} of meeting {self.meeting_id}"

    @property
    def organisation_id(self) -> int:
        return self.case.organisation_id

    @property
    def standing(self) -> ItemState:
        return ItemState(self.state)


class Discussion(models.Model):
    """What was discussed of an item, as the clerk or chair keeps it. `revision` counts what was kept: whoever writes on
    from an earlier one is told and sees both texts."""

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="discussion")
    words = models.TextField(max_length=MOST_WORDS, blank=True)
    revision = models.PositiveIntegerField(default=0)
    changed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    personal_data = PersonalData(
        {
            "words": "read by the panel members who are not away from the case; kept with the minutes",
            "changed_by": "answers for it; kept with it",
        }
    )

    class Meta:
        ordering = ["item"]

    def __str__(self) -> str:
        return f"discussion of item {self.item_id}"


class Presence(models.Model):
    """Somebody in the room, from when to when."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="presences")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    arrived_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = PresenceQuerySet.as_manager()

    personal_data = PersonalData(
        {"person": "who was there when it was decided; kept with the minutes", "noted_by": "answers for it"}
    )

    class Meta:
        ordering = ["meeting", "arrived_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(left_at__gte=F("arrived_at")), name="presence_times_in_order"
            ),
            models.UniqueConstraint(
                fields=["meeting", "person"], condition=Q(left_at__isnull=True), name="presence_once_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"presence {self.pk}"
