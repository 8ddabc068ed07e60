from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import NO_PERSONAL_DATA, PersonalData
from academy.training.choices import MOST_NOTE, MOST_TITLE, EventState
from academy.training.models.course import Course
from academy.training.querysets import EventQuerySet


class TrainingEvent(models.Model):
    """One run of a course: on one day or several, in a place or by a link, for at most `capacity` people.

    `starts_on` and `ends_on` are the first and last of its days, kept with them, so that a list needs no other row.
    `minimum` is the number below which the academy thinks again; nothing is cancelled by itself.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="events")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="events")
    title = models.CharField(max_length=MOST_TITLE, blank=True, help_text="Only where it differs from the course's.")
    place = models.CharField(max_length=200, blank=True)
    url = models.URLField(blank=True, help_text="For those who take part by video; shown to who has a place.")
    tutor = models.CharField(max_length=120, blank=True)
    about = models.TextField(blank=True)
    mainly_for = models.CharField(max_length=200, blank=True)
    capacity = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(1000)])
    minimum = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])
    starts_on = models.DateField()
    ends_on = models.DateField()
    state = models.CharField(max_length=10, choices=EventState.choices, default=EventState.PLANNED)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()
    cancelled_because = models.CharField(max_length=MOST_NOTE, blank=True)
    edition = models.PositiveIntegerField(default=0, help_text="Grows with each change: the calendar's SEQUENCE.")

    objects = EventQuerySet.as_manager()

    personal_data = PersonalData({"tutor": "shown to everybody who sees the offer; kept with the event"})

    class Meta:
        ordering = ["starts_on", "pk"]
        indexes = [
            models.Index(fields=["organisation", "state", "starts_on"], name="trainingevent_by_organisation"),
            models.Index(fields=["course", "starts_on"], name="trainingevent_by_course"),
        ]
        constraints = [
            state_known(EventState, name="trainingevent_state_known"),
            models.CheckConstraint(condition=Q(capacity__gte=1), name="trainingevent_capacity_at_least_1"),
            models.CheckConstraint(
                condition=Q(minimum__gte=1, minimum__lte=F("capacity")), name="trainingevent_minimum_within_capacity"
            ),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="trainingevent_dates_in_order"),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(cancelled_because=""), name="trainingevent_cancelled_with_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"event {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("training:event", args=[self.pk])

    @property
    def name(self) -> str:
        """What it is called: by its own title, else by its course's."""
        return self.title or self.course.title

    @property
    def standing(self) -> EventState:
        """The state with its word and its shape."""
        return EventState(self.state)

    @property
    def is_planned(self) -> bool:
        return self.state == EventState.PLANNED

    @property
    def is_open(self) -> bool:
        return self.state == EventState.OPEN


class EventDay(models.Model):
    """A day of an event, from when to when."""

    event = models.ForeignKey(TrainingEvent, on_delete=models.CASCADE, related_name="days")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True, help_text="Only where it differs from the event's.")

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "starts_at"], name="event_day_once"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="event_day_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return f"day {self.pk} of event {self.event_id}"


class EventTeaching(models.Model):
    """That a colleague holds an event: she sees who comes and keeps the attendance sheet."""

    event = models.ForeignKey(TrainingEvent, on_delete=models.CASCADE, related_name="teaching")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="events_taught")

    personal_data = PersonalData({"person": "who holds it; kept with the event"})

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="event_teaching_once")]

    def __str__(self) -> str:
        return f"{self.person_id} holds event {self.event_id}"
