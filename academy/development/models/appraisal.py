from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.development.choices import MOST_TITLE
from academy.development.choices.plans import MeetingKind, MeetingState
from academy.development.querysets.plans import AppraisalQuerySet
from academy.engines.reference.constraints import once_in_series
from academy.engines.reference.models import Version
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.people.models.addendum import Addendum

BOTH = "read by the person and her manager; kept 6 years after the employment"


class AppraisalPolicy(Version):
    """What an organisation's appraisal is called, when its two meetings are due and what each asks (S2-30, S2-80).

    Without an organisation it is the policy of all that have none of their own. `content` has the shape of
    `schema.appraisals.AppraisalPolicyFile`: one template for everybody, so that managers apply it alike.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="appraisal_policies"
    )
    name = models.CharField(max_length=80, help_text="What it is called here, such as My Performance.")
    content = models.JSONField(default=dict)

    personal_data = PersonalData({"published_by": "answers for the policy; kept as long as the policy"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "valid_from"]
        verbose_name_plural = "appraisal policies"
        constraints = [
            *Version.Meta.constraints,
            *once_in_series("appraisalpolicy"),
            models.CheckConstraint(condition=~Q(name=""), name="appraisalpolicy_has_name"),
        ]

    def __str__(self) -> str:
        return f"appraisal policy {self.code}"


class Appraisal(models.Model):
    """One of the two talks of an appraisal year: prepared by both in their own parts, signed by both, then locked.

    `own` and `manager_part` hold the answers to the template's questions by their code. `policy` is the version the
    meeting began with and stays with it. `year_on` is the first day of the appraisal year.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appraisals")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="appraisals")
    manager = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appraisals_held")
    policy = models.ForeignKey(AppraisalPolicy, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=MeetingKind.choices)
    year_on = models.DateField()
    due_on = models.DateField()
    planned_on = models.DateField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    own = models.JSONField(default=dict, blank=True)
    manager_part = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=10, choices=MeetingState.choices, default=MeetingState.OPEN)
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    own_signed_at = models.DateTimeField(null=True, blank=True)
    manager_signed_at = models.DateTimeField(null=True, blank=True)
    manager_signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    locked_at = models.DateTimeField(null=True, blank=True)

    objects = AppraisalQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose appraisal it is; kept 6 years after the employment",
            "manager": "who held it; kept 6 years after the employment",
            "manager_signed_by": "who signed the manager's part, perhaps a deputy; kept 6 years after the employment",
            "own": BOTH,
            "manager_part": BOTH,
            "held_on": "shown to the academy as a date; kept 6 years after the employment",
        }
    )

    class Meta:
        ordering = ["-due_on", "-pk"]
        indexes = [models.Index(fields=["organisation", "year_on", "kind"], name="appraisal_by_year")]
        constraints = [
            state_known(MeetingState, name="appraisal_state_known"),
            models.CheckConstraint(condition=Q(kind__in=MeetingKind.values), name="appraisal_kind_known"),
            models.CheckConstraint(condition=~Q(person=F("manager")), name="appraisal_with_another"),
            models.UniqueConstraint(
                fields=["person", "organisation", "year_on", "kind"],
                condition=~Q(state=MeetingState.CANCELLED),
                name="appraisal_once_a_year",
            ),
            models.CheckConstraint(
                condition=~Q(state=MeetingState.SIGNED)
                | Q(
                    held_on__isnull=False,
                    own_signed_at__isnull=False,
                    manager_signed_at__isnull=False,
                    locked_at__isnull=False,
                ),
                name="appraisal_signed_by_both",
            ),
            models.CheckConstraint(
                condition=~Q(state=MeetingState.OPEN) | Q(own_signed_at__isnull=True, manager_signed_at__isnull=True),
                name="appraisal_open_is_unsigned",
            ),
            models.CheckConstraint(
                condition=Q(manager_signed_at__isnull=True, manager_signed_by__isnull=True)
                | Q(manager_signed_at__isnull=False, manager_signed_by__isnull=False),
                name="appraisal_signed_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"appraisal {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("development:appraisal", args=[self.pk])

    @property
    def standing(self) -> MeetingState:
        """The state with its word and its shape."""
        return MeetingState(self.state)

    @property
    def is_open(self) -> bool:
        return self.state == MeetingState.OPEN

    @property
    def is_signed(self) -> bool:
        return self.state == MeetingState.SIGNED

    @property
    def is_unsigned(self) -> bool:
        """Is it still being prepared or waiting for a signature?"""
        return self.state in (MeetingState.OPEN, MeetingState.SIGNING)


class LearningNeed(models.Model):
    """What learning the two agree she needs; counted without names it guides the catalogue (S2-113)."""

    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="needs")
    title = models.CharField(max_length=MOST_TITLE)
    statement = models.ForeignKey(
        "frameworks.Statement", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    by_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    met_on = models.DateField(null=True, blank=True)

    personal_data = PersonalData({"title": BOTH, "statement": BOTH, "met_on": BOTH})

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(title=""), name="learningneed_has_title")]

    def __str__(self) -> str:
        return f"learning need {self.pk}"


class AppraisalAddendum(Addendum):
    appraisal = models.ForeignKey(Appraisal, on_delete=models.PROTECT, related_name="addenda")

    personal_data = PersonalData({"written_by": BOTH, "words": BOTH})

    class Meta(Addendum.Meta):
        abstract = False

    def __str__(self) -> str:
        return f"appraisal addendum {self.pk}"
