from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from pathways.choices import (
    MOST_REASON,
    MOST_TITLE,
    MOST_WHAT,
    MOST_WORDS,
    AgreedBy,
    AgreementState,
    ChoiceState,
    JourneyState,
    MilestoneKind,
)
from pathways.models.ladder import LadderVersion
from pathways.models.sitting import Sitting
from pathways.querysets import ChoiceQuerySet, JourneyQuerySet, MilestoneQuerySet, StepAgreementQuerySet

PLANNED = "read by the person, her manager and the academy; kept with the learning record"
DECIDED = "who decided, and why; kept with the learning record"


class Journey(models.Model):
    """Somebody on her way along one step of a ladder: it keeps the edition it began under (S2-05).

    `step` is the step's code in that edition. One journey is under way per person and organisation at a time.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="journeys")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="journeys")
    ladder = models.ForeignKey(LadderVersion, on_delete=models.PROTECT, related_name="journeys")
    step = models.CharField(max_length=80)
    sitting = models.ForeignKey(
        Sitting, on_delete=models.PROTECT, null=True, blank=True, related_name="journeys", help_text="Planned towards."
    )
    state = models.CharField(max_length=10, choices=JourneyState.choices, default=JourneyState.OPEN)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    left_because = models.CharField(max_length=MOST_REASON, blank=True, help_text="Why she left it, in her words.")

    objects = JourneyQuerySet.as_manager()

    personal_data = PersonalData(
        {"person": "whose way it is", "step": PLANNED, "sitting": PLANNED, "left_because": PLANNED}
    )

    class Meta:
        ordering = ["-began_at", "-pk"]
        constraints = [
            state_known(JourneyState, name="journey_state_known"),
            models.CheckConstraint(condition=~Q(step=""), name="journey_has_step"),
            models.UniqueConstraint(
                fields=["person", "organisation"], condition=Q(state=JourneyState.OPEN), name="journey_one_under_way"
            ),
            models.CheckConstraint(
                condition=Q(state=JourneyState.OPEN, ended_at__isnull=True)
                | (Q(ended_at__isnull=False) & ~Q(state=JourneyState.OPEN)),
                name="journey_ended_with_moment",
            ),
            models.CheckConstraint(
                condition=(Q(state=JourneyState.LEFT) & ~Q(left_because=""))
                | (~Q(state=JourneyState.LEFT) & Q(left_because="")),
                name="journey_left_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"journey {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state == JourneyState.OPEN


class Choice(models.Model):
    """A pathway chosen on a journey, agreed by her manager on service area and on business need (S2-57, S2-182).

    Changing it is another choice; the earlier one stays.
    """

    journey = models.ForeignKey(Journey, on_delete=models.PROTECT, related_name="choices")
    pathway = models.CharField(max_length=80)
    topic = models.CharField(max_length=MOST_TITLE, blank=True, help_text="Where the pathway asks for one.")
    words = models.TextField(max_length=MOST_WORDS, blank=True, help_text="Why, in her words.")
    state = models.CharField(max_length=10, choices=ChoiceState.choices, default=ChoiceState.ASKED)
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_for = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="For whom a deputy did."
    )
    service_area = models.CharField(max_length=MOST_REASON, blank=True, help_text="How it fits the service area.")
    business_need = models.CharField(max_length=MOST_REASON, blank=True, help_text="What need of the service it meets.")
    reason = models.CharField(max_length=MOST_REASON, blank=True, help_text="Why it was not agreed.")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ChoiceQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "words": PLANNED,
            "decided_by": DECIDED,
            "decided_for": DECIDED,
            "service_area": DECIDED,
            "business_need": DECIDED,
            "reason": DECIDED,
            "topic": PLANNED,
        }
    )

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            state_known(ChoiceState, name="choice_state_known"),
            models.CheckConstraint(condition=~Q(pathway=""), name="choice_names_pathway"),
            models.UniqueConstraint(fields=["journey"], condition=Q(state=ChoiceState.ASKED), name="choice_one_waits"),
            models.UniqueConstraint(
                fields=["journey"], condition=Q(state=ChoiceState.AGREED), name="choice_one_agreed"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[ChoiceState.ASKED, ChoiceState.TAKEN_BACK],
                    decided_at__isnull=True,
                    decided_by__isnull=True,
                )
                | (
                    ~Q(state__in=[ChoiceState.ASKED, ChoiceState.TAKEN_BACK])
                    & Q(decided_at__isnull=False, decided_by__isnull=False)
                ),
                name="choice_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(decided_for__isnull=True) | (Q(decided_by__isnull=False) & ~Q(decided_for=F("decided_by"))),
                name="choice_decided_for_another",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[ChoiceState.AGREED, ChoiceState.CHANGED])
                | (~Q(service_area="") & ~Q(business_need="")),
                name="choice_agreed_on_both_grounds",
            ),
            models.CheckConstraint(
                condition=~Q(state=ChoiceState.DECLINED) | ~Q(reason=""), name="choice_declined_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[ChoiceState.ASKED, ChoiceState.AGREED], ended_at__isnull=True)
                | (Q(ended_at__isnull=False) & ~Q(state__in=[ChoiceState.ASKED, ChoiceState.AGREED])),
                name="choice_ended_with_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"choice {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("pathways:choice", args=[self.pk])

    @property
    def person_id(self) -> int:
        """Whose choice it is."""
        return self.journey.person_id

    @property
    def organisation_id(self) -> int:
        return self.journey.organisation_id

    @property
    def standing(self) -> ChoiceState:
        return ChoiceState(self.state)

    @property
    def is_asked(self) -> bool:
        return self.state == ChoiceState.ASKED


class Agreement(models.Model):
    """Something a ladder lets count because somebody it names agreed to it: an equivalent course, modules, a topic,
    a project or training of staff, an approval (S2-165, S2-180, S2-191, S2-196). `code` is the ladder's.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="step_agreements")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="step_agreements")
    code = models.CharField(max_length=80)
    what = models.CharField(max_length=MOST_WHAT, help_text="What the ladder calls it, as it was when asked.")
    agreed_by_role = models.CharField(max_length=30, choices=AgreedBy.choices)
    words = models.TextField(max_length=MOST_WORDS, help_text="What is to count: which course, where, how much.")
    state = models.CharField(max_length=10, choices=AgreementState.choices, default=AgreementState.ASKED)
    asked_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_for = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="For whom a deputy did."
    )
    reason = models.CharField(max_length=MOST_REASON, blank=True, help_text="On what grounds, or why not.")

    objects = StepAgreementQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose it is; kept with the learning record",
            "words": PLANNED,
            "decided_by": DECIDED,
            "decided_for": DECIDED,
            "reason": DECIDED,
        }
    )

    class Meta:
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["person", "state"], name="agreement_of_person")]
        constraints = [
            state_known(AgreementState, name="agreement_state_known"),
            models.CheckConstraint(condition=Q(agreed_by_role__in=AgreedBy.values), name="agreement_role_known"),
            models.CheckConstraint(condition=~Q(code="") & ~Q(what="") & ~Q(words=""), name="agreement_says_what"),
            models.UniqueConstraint(
                fields=["person", "organisation", "code"],
                condition=Q(state=AgreementState.ASKED),
                name="agreement_one_waits",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[AgreementState.ASKED, AgreementState.TAKEN_BACK],
                    decided_at__isnull=True,
                    decided_by__isnull=True,
                )
                | (
                    ~Q(state__in=[AgreementState.ASKED, AgreementState.TAKEN_BACK])
                    & Q(decided_at__isnull=False, decided_by__isnull=False)
                ),
                name="agreement_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(decided_for__isnull=True) | (Q(decided_by__isnull=False) & ~Q(decided_for=F("decided_by"))),
                name="agreement_decided_for_another",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | (~Q(decided_by=F("person")) & ~Q(reason="")),
                name="agreement_decided_by_another_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"agreement {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("pathways:agreement", args=[self.pk])

    @property
    def standing(self) -> AgreementState:
        return AgreementState(self.state)

    @property
    def is_asked(self) -> bool:
        return self.state == AgreementState.ASKED


class Milestone(models.Model):
    """A date of somebody's own plan back from a sitting, put into her list and her calendar."""

    journey = models.ForeignKey(Journey, on_delete=models.PROTECT, related_name="milestones")
    kind = models.CharField(max_length=12, choices=MilestoneKind.choices)
    code = models.CharField(max_length=80, help_text="Which requirement it is for; its kind where for none.")
    title = models.CharField(max_length=200)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)

    objects = MilestoneQuerySet.as_manager()

    personal_data = PersonalData({"title": "read by its owner only", "due_on": "read by its owner only"})

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=MilestoneKind.values), name="milestone_kind_known"),
            models.CheckConstraint(condition=~Q(code="") & ~Q(title=""), name="milestone_is_named"),
            models.UniqueConstraint(fields=["journey", "code"], name="milestone_once"),
        ]

    def __str__(self) -> str:
        return f"date {self.pk} of journey {self.journey_id}"

    @property
    def person_id(self) -> int:
        """Whose plan it is in."""
        return self.journey.person_id
