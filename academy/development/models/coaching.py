from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from academy.development.choices import MOST_REASON
from academy.development.choices.coaching import (
    MOST_PLACES,
    MOST_SESSIONS,
    TAKING_A_PLACE,
    CoachArea,
    CoachFormat,
    CoachKind,
    EndedBecause,
    MatchState,
    MeetingOutcome,
)
from academy.development.models.goal import Goal
from academy.development.querysets.coaching import CoachQuerySet, MatchQuerySet
from academy.engines.reference.models import Version
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import NO_PERSONAL_DATA, PersonalData

PAIR = "read by the two of them; deleted a year after it ended"


class CoachProfile(models.Model):
    """Somebody who coaches or mentors colleagues: what she offers, how many at a time, from when (S1-26 to S1-31).

    `listed` is her own wish to be found; away until a day she is found with that day.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="coach_profiles")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="coach_profiles")
    kind = models.CharField(max_length=10, choices=CoachKind.choices)
    about = models.TextField(blank=True)
    format = models.CharField(max_length=10, choices=CoachFormat.choices, default=CoachFormat.EITHER)
    when = models.CharField(max_length=200, blank=True, help_text="Days and times that suit her.")
    capacity = models.PositiveSmallIntegerField(default=2, help_text="How many people she coaches at a time.")
    free_from = models.DateField(null=True, blank=True)
    listed = models.BooleanField(default=True)
    changed_at = models.DateTimeField()

    objects = CoachQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "who coaches; shown to colleagues while listed",
            "about": "her words; shown to colleagues while listed; deleted when she stops",
            "when": "shown to colleagues while listed; deleted when she stops",
        }
    )

    class Meta:
        ordering = ["person__family_name", "person__given_name", "pk"]
        indexes = [models.Index(fields=["organisation", "listed", "kind"], name="coachprofile_to_search")]
        constraints = [
            models.UniqueConstraint(fields=["person", "organisation"], name="coachprofile_once"),
            models.CheckConstraint(condition=Q(kind__in=CoachKind.values), name="coachprofile_kind_known"),
            models.CheckConstraint(condition=Q(format__in=CoachFormat.values), name="coachprofile_format_known"),
            models.CheckConstraint(condition=Q(capacity__lte=MOST_PLACES), name="coachprofile_capacity_in_bounds"),
        ]

    def __str__(self) -> str:
        return f"coach profile {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("development:coach", args=[self.pk])


class CoachProfileArea(models.Model):
    """One thing a coach can be asked to help with."""

    profile = models.ForeignKey(CoachProfile, on_delete=models.CASCADE, related_name="areas")
    area = models.CharField(max_length=12, choices=CoachArea.choices)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["area"]
        indexes = [models.Index(fields=["area", "profile"], name="coacharea_to_search")]
        constraints = [
            models.UniqueConstraint(fields=["profile", "area"], name="coachprofilearea_once"),
            models.CheckConstraint(condition=Q(area__in=CoachArea.values), name="coachprofilearea_area_known"),
        ]

    def __str__(self) -> str:
        return self.area


class CoachingTerms(Version):
    """What coach and coached sign: duties, confidentiality, boundaries, how to complain (D6-20, D6-22).

    Without an organisation these are the terms of all that have none of their own. `content` has the shape of
    `schema.coaching.TermsFile`. A match keeps the terms it was signed under.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="coaching_terms"
    )
    title = models.CharField(max_length=120)
    content = models.JSONField(default=dict)

    personal_data = PersonalData({"published_by": "answers for the terms; kept as long as the terms"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "valid_from"]
        verbose_name_plural = "coaching terms"
        constraints = [
            *Version.Meta.constraints,
            models.UniqueConstraint(Coalesce("organisation", 0), "code", name="coachingterms_code_once"),
            models.CheckConstraint(condition=~Q(title=""), name="coachingterms_has_title"),
        ]

    def __str__(self) -> str:
        return f"coaching terms {self.code}"


class CoachMatch(models.Model):
    """Two people brought together: asked, accepted by both, under a contract, ended (S1-29, D6-20 to D6-22).

    Dates and outcomes are all the portal keeps. What is said stays with the two. `earlier` is the match it replaces.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="coached_in")
    profile = models.ForeignKey(CoachProfile, on_delete=models.PROTECT, related_name="matches")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="matches")
    earlier = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="later")
    terms = models.ForeignKey(CoachingTerms, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    area = models.CharField(max_length=12, choices=CoachArea.choices)
    words = models.CharField(max_length=MOST_REASON, blank=True, help_text="What she hopes for.")
    state = models.CharField(max_length=10, choices=MatchState.choices, default=MatchState.ASKED)
    asked_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    coach_accepted_at = models.DateTimeField(null=True, blank=True)
    person_accepted_at = models.DateTimeField(null=True, blank=True)
    declined_because = models.CharField(max_length=MOST_REASON, blank=True)
    sessions_agreed = models.PositiveSmallIntegerField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    coach_signed_at = models.DateTimeField(null=True, blank=True)
    person_signed_at = models.DateTimeField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=10, choices=EndedBecause.choices, blank=True)

    objects = MatchQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "who is coached; the academy sees that, never why; kept 2 years after it ended",
            "goal": PAIR,
            "area": PAIR,
            "words": PAIR,
            "declined_because": PAIR,
            "ended_because": "counted without names; kept 2 years after it ended",
        }
    )

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = "coaching"
        indexes = [
            models.Index(fields=["profile", "state"], name="coachmatch_of_coach"),
            models.Index(fields=["person", "state"], name="coachmatch_of_person"),
        ]
        constraints = [
            state_known(MatchState, name="coachmatch_state_known"),
            models.CheckConstraint(condition=Q(area__in=CoachArea.values), name="coachmatch_area_known"),
            models.UniqueConstraint(
                fields=["person", "profile"],
                condition=Q(state__in=TAKING_A_PLACE),
                name="coachmatch_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[MatchState.AGREED, MatchState.RUNNING])
                | Q(coach_accepted_at__isnull=False, person_accepted_at__isnull=False),
                name="coachmatch_accepted_by_both",
            ),
            models.CheckConstraint(
                condition=~Q(state=MatchState.RUNNING)
                | Q(
                    coach_signed_at__isnull=False,
                    person_signed_at__isnull=False,
                    sessions_agreed__isnull=False,
                    from_on__isnull=False,
                    until_on__isnull=False,
                    terms__isnull=False,
                ),
                name="coachmatch_running_under_contract",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")), name="coachmatch_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(sessions_agreed__isnull=True)
                | Q(sessions_agreed__gte=1, sessions_agreed__lte=MOST_SESSIONS),
                name="coachmatch_sessions_in_bounds",
            ),
            models.CheckConstraint(
                condition=~Q(state=MatchState.ENDED) | (Q(ended_on__isnull=False) & ~Q(ended_because="")),
                name="coachmatch_ended_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(ended_because="") | Q(ended_because__in=EndedBecause.values),
                name="coachmatch_reason_known",
            ),
        ]

    def __str__(self) -> str:
        return f"coach match {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("development:match", args=[self.pk])

    @property
    def standing(self) -> MatchState:
        """The state with its word and its shape."""
        return MatchState(self.state)


class CoachMeeting(models.Model):
    """The date of one coaching session and whether it took place; never what was said (D7-09)."""

    match = models.ForeignKey(CoachMatch, on_delete=models.PROTECT, related_name="meetings")
    met_on = models.DateField()
    outcome = models.CharField(max_length=10, choices=MeetingOutcome.choices, default=MeetingOutcome.PLANNED)
    noted_at = models.DateTimeField()

    personal_data = PersonalData({"met_on": "read by the two; counted without names", "outcome": "read by the two"})

    class Meta:
        ordering = ["met_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["match", "met_on"], name="coachmeeting_once_a_day"),
            models.CheckConstraint(condition=Q(outcome__in=MeetingOutcome.values), name="coachmeeting_outcome_known"),
        ]

    def __str__(self) -> str:
        return f"coach meeting {self.pk}"
