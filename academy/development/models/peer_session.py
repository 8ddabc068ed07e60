from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.development.choices import MOST_REASON, MOST_TITLE
from academy.development.choices.supervisions import PeerSessionState
from academy.development.querysets.supervisions import PeerSessionQuerySet
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.people.models import Team


class PeerSession(models.Model):
    """A meeting of colleagues to learn from each other: when, about what, who led, who came (S2-75).

    Without a team it is open to the whole organisation.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="peer_sessions")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="peer_sessions")
    leader = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="peer_sessions_led")
    topic = models.CharField(max_length=MOST_TITLE)
    place = models.CharField(max_length=200, blank=True)
    held_on = models.DateField(help_text="The day it is planned for; once held, the day it took place.")
    minutes = models.PositiveSmallIntegerField(default=60)
    state = models.CharField(max_length=10, choices=PeerSessionState.choices, default=PeerSessionState.PLANNED)
    planned_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    takeaway = models.TextField(blank=True, help_text="What the group takes from it; without names of people.")
    cancelled_because = models.CharField(max_length=MOST_REASON, blank=True)

    objects = PeerSessionQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "leader": "who led it; shown to colleagues; kept with the learning record",
            "takeaway": "the group's words, without names; shown to colleagues of the organisation",
        }
    )

    class Meta:
        ordering = ["-held_on", "-pk"]
        indexes = [models.Index(fields=["organisation", "-held_on"], name="peersession_by_day")]
        constraints = [
            state_known(PeerSessionState, name="peersession_state_known"),
            models.CheckConstraint(condition=~Q(topic=""), name="peersession_has_topic"),
            models.CheckConstraint(
                condition=Q(minutes__gte=15, minutes__lte=480), name="peersession_minutes_15_to_480"
            ),
            models.CheckConstraint(
                condition=~Q(state=PeerSessionState.CANCELLED) | ~Q(cancelled_because=""),
                name="peersession_cancelled_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"peer session {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("development:peer-session", args=[self.pk])

    @property
    def standing(self) -> PeerSessionState:
        """The state with its word and its shape."""
        return PeerSessionState(self.state)

    @property
    def is_planned(self) -> bool:
        return self.state == PeerSessionState.PLANNED

    @property
    def is_held(self) -> bool:
        return self.state == PeerSessionState.HELD


class PeerAttendance(models.Model):
    """That somebody joined a peer session, and whether she came; `came` is empty until it was held."""

    session = models.ForeignKey(PeerSession, on_delete=models.PROTECT, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="peer_attendances")
    joined_at = models.DateTimeField()
    came = models.BooleanField(null=True, blank=True)

    personal_data = PersonalData(
        {"person": "who joined; shown to the group", "came": "counts towards her rhythm; kept with the learning record"}
    )

    class Meta:
        ordering = ["joined_at", "pk"]
        indexes = [models.Index(fields=["person", "came"], name="peerattendance_of_person")]
        constraints = [models.UniqueConstraint(fields=["session", "person"], name="peerattendance_once")]

    def __str__(self) -> str:
        return f"peer attendance {self.pk}"
