from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.training.choices import LIVE, MOST_NOTE, BookingState, Mark
from academy.training.models.event import EventDay, TrainingEvent
from academy.training.models.request import TrainingRequest
from academy.training.querysets import BookingQuerySet


class Booking(models.Model):
    """Somebody's place with an event, or her place in its queue, from the moment she asked.

    The queue is in the order of `asked_at`. `request` is the approval it needs, if any: the two are independent, so a
    late approval keeps the place. `kept_until` is the last moment of an offer, or of a held place that waits for
    approval. `organisation` is the one she belongs to, which need not be the host's.
    """

    event = models.ForeignKey(TrainingEvent, on_delete=models.PROTECT, related_name="bookings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="bookings")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="bookings")
    request = models.OneToOneField(
        TrainingRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="booking"
    )
    state = models.CharField(max_length=15, choices=BookingState.choices, default=BookingState.WAITING)
    asked_at = models.DateTimeField()
    booked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kept_until = models.DateTimeField(null=True, blank=True)
    seated_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    access_needs = models.CharField(max_length=MOST_NOTE, blank=True)

    objects = BookingQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose place it is; kept 6 years",
            "booked_by": "who booked it; kept with the booking",
            "access_needs": "what she needs to take part; read by who holds the event; emptied 30 days after it",
        }
    )

    class Meta:
        ordering = ["asked_at", "pk"]
        indexes = [
            models.Index(fields=["event", "state", "asked_at"], name="booking_by_event"),
            models.Index(fields=["person", "state"], name="booking_by_person"),
            models.Index(fields=["state", "kept_until"], name="booking_by_deadline"),
        ]
        constraints = [
            state_known(BookingState, name="booking_state_known"),
            models.UniqueConstraint(
                fields=["event", "person"],
                condition=Q(state__in=["waiting", "offered", "held", "attended", "part", "no_show"]),
                name="booking_live_once",
            ),
            models.CheckConstraint(
                condition=~Q(state="offered") | Q(kept_until__isnull=False), name="booking_offer_has_an_end"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["held", "attended", "part", "no_show"]) | Q(seated_at__isnull=False),
                name="booking_seated_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["cancelled", "cancelled_late", "lapsed"]) | Q(ended_at__isnull=False),
                name="booking_ended_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(seated_at__isnull=True) | Q(seated_at__gte=F("asked_at")),
                name="booking_seated_after_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"booking {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("training:booking", args=[self.pk])

    @property
    def standing(self) -> BookingState:
        """The state with its word and its shape."""
        return BookingState(self.state)

    @property
    def is_waiting(self) -> bool:
        return self.state == BookingState.WAITING

    @property
    def is_offered(self) -> bool:
        return self.state == BookingState.OFFERED

    @property
    def is_held(self) -> bool:
        return self.state == BookingState.HELD

    @property
    def is_live(self) -> bool:
        """Is she still on the way to the event?"""
        return self.state in LIVE


class AttendanceMark(models.Model):
    """How somebody was there on one day of an event, and who says so."""

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="marks")
    day = models.ForeignKey(EventDay, on_delete=models.PROTECT, related_name="marks")
    mark = models.CharField(max_length=10, choices=Mark.choices)
    marked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    marked_at = models.DateTimeField()

    personal_data = PersonalData(
        {
            "mark": "whether she was there; seen by her, her line manager and the academy; kept with the booking",
            "marked_by": "answers for the mark; kept with the booking",
        }
    )

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["booking", "day"], name="attendancemark_once_a_day"),
            models.CheckConstraint(condition=Q(mark__in=Mark.values), name="attendancemark_known"),
        ]

    def __str__(self) -> str:
        return f"mark of booking {self.booking_id}"


class Feedback(models.Model):
    """What somebody who attended says of an event: what she takes into her practice and what would make it better."""

    booking = models.OneToOneField(Booking, on_delete=models.PROTECT, related_name="feedback")
    useful = models.PositiveSmallIntegerField(help_text="1 not at all, 2 a little, 3 mostly, 4 very.")
    takes_along = models.TextField(blank=True)
    better = models.TextField(blank=True)
    given_at = models.DateTimeField()

    personal_data = PersonalData(
        {
            "takes_along": "read by the academy without her name; kept 3 years",
            "better": "read by the academy without her name; kept 3 years",
        }
    )

    class Meta:
        ordering = ["-given_at"]
        constraints = [models.CheckConstraint(condition=Q(useful__gte=1, useful__lte=4), name="feedback_useful_1_to_4")]

    def __str__(self) -> str:
        return f"feedback on booking {self.booking_id}"
