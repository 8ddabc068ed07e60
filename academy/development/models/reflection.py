from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.development.choices import MOST_NOTE, MOST_TITLE, NAME_REMOVED, PeerStanding, ReflectionState
from academy.development.models.entry import Entry
from academy.development.querysets import PeerReflectionQuerySet
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData


class PeerReflection(models.Model):
    """That an entry was talked over with one peer on a day, and what its author learnt from it (D4-03 to D4-05).

    The peer is a colleague, or somebody outside who is named. Who is asked sees the title as it was then, the day and
    what was learnt, and nothing else of the entry. She approves nothing. A talk in a group is one row for each peer.
    """

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="peer_reflections")
    peer = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="peer_reflections_asked"
    )
    outside_name = models.CharField(max_length=120, blank=True)
    outside_role = models.CharField(max_length=120, blank=True)
    outside_email = models.EmailField(blank=True)
    counts_as = models.CharField(max_length=20, choices=PeerStanding.choices)
    title = models.CharField(max_length=MOST_TITLE)
    talked_on = models.DateField()
    learnt = models.TextField()
    state = models.CharField(max_length=10, choices=ReflectionState.choices, default=ReflectionState.NOTED)
    noted_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    scrubbed_at = models.DateTimeField(null=True, blank=True, help_text="When the name of a peer outside was removed.")
    words = models.CharField(max_length=MOST_NOTE, blank=True, help_text="What the peer adds in words of her own.")

    objects = PeerReflectionQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "peer": "with whom; seen by the two of them; kept with the entry",
            "outside_name": "with whom; seen by the author; scrubbed 3 years after the talk, 90 days after withdrawal",
            "outside_role": "shows that she counts as a peer; scrubbed with the name",
            "outside_email": "where the link goes; scrubbed with the name",
            "counts_as": "why she counts as a peer; kept with the entry",
            "title": "own writing, as the peer was shown it; kept with the entry",
            "talked_on": "when; kept with the entry",
            "learnt": "own writing, read by the author and the peer; kept with the entry",
            "words": "the peer's words, read by the two of them; kept with the entry",
        }
    )

    class Meta:
        ordering = ["-talked_on", "-pk"]
        indexes = [models.Index(fields=["peer", "state"], name="reflection_by_peer")]
        constraints = [
            state_known(ReflectionState, name="peerreflection_state_known"),
            models.CheckConstraint(
                condition=Q(counts_as__in=PeerStanding.values), name="peerreflection_standing_known"
            ),
            models.CheckConstraint(
                condition=Q(peer__isnull=False, outside_name="", outside_email="")
                | (Q(peer__isnull=True) & (~Q(outside_name="") | Q(scrubbed_at__isnull=False))),
                name="peerreflection_peer_is_inside_or_outside",
            ),
            models.CheckConstraint(
                condition=Q(scrubbed_at__isnull=True)
                | Q(peer__isnull=True, outside_name="", outside_role="", outside_email=""),
                name="peerreflection_scrubbed_names_nobody",
            ),
            models.CheckConstraint(condition=~Q(title="") & ~Q(learnt=""), name="peerreflection_says_what"),
            models.CheckConstraint(
                condition=Q(state__in=["noted", "withdrawn"]) | Q(asked_at__isnull=False),
                name="peerreflection_asked_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["confirmed", "declined"]) | Q(answered_at__isnull=False),
                name="peerreflection_answered_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | Q(withdrawn_at__isnull=False),
                name="peerreflection_withdrawn_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["entry", "peer", "talked_on"],
                condition=Q(peer__isnull=False) & ~Q(state="withdrawn"),
                name="peerreflection_once_a_day",
            ),
            models.UniqueConstraint(
                fields=["entry", "outside_name", "talked_on"],
                condition=Q(peer__isnull=True, scrubbed_at__isnull=True) & ~Q(state="withdrawn"),
                name="peerreflection_outside_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"peer reflection {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("development:reflection", args=[self.pk])

    @property
    def peer_name(self) -> str:
        return self.peer.full_name if self.peer else self.outside_name or NAME_REMOVED

    @property
    def standing(self) -> ReflectionState:
        """The state with its word and its shape."""
        return ReflectionState(self.state)

    @property
    def is_outside(self) -> bool:
        return self.peer_id is None

    @property
    def is_noted(self) -> bool:
        return self.state == ReflectionState.NOTED

    @property
    def is_asked(self) -> bool:
        return self.state == ReflectionState.ASKED

    @property
    def is_confirmed(self) -> bool:
        return self.state == ReflectionState.CONFIRMED

    @property
    def is_declined(self) -> bool:
        return self.state == ReflectionState.DECLINED


class PeerOffer(models.Model):
    """That somebody lets herself be suggested to colleagues as a peer. Without a row she never is."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()

    personal_data = PersonalData({"person": "who offers it; deleted when the offer ends"})

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"offer of {self.person_id}"
