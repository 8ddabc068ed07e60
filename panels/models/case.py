from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.people.choices import ServiceKind
from academy.people.models import Grade, Vacancy
from academy.ui.states import State
from panels.choices.cases import BEFORE_ACCEPTED, AskedState, CaseKind, CaseState
from panels.choices.panels import MOST_REASON, Names
from panels.models.of_case import OfCase
from panels.models.panel import Panel
from panels.models.policy import PanelPolicy
from panels.querysets.cases import CaseQuerySet, OfCaseQuerySet

BY_SIGHT = "read by whom the table of sight lets read it, by part and phase; kept with the decision"
ANSWERS = "answers for it; kept with it"
MOST_CODE = 80
MOST_RUNG = 200


class Case(models.Model):
    """What a panel is asked about one person: a step up, a post by interview, or the recommendation of an ASYE.

    It keeps the edition of the policy it began under. Once accepted it rests on one snapshot, and no later one is
    taken. `earlier` is the case of an earlier sitting that it takes up again; `manager` is who endorsed it.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="panel_cases")
    kind = models.CharField(max_length=12, choices=CaseKind.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="panel_cases")
    policy = models.ForeignKey(PanelPolicy, on_delete=models.PROTECT, related_name="cases")
    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    sitting = models.ForeignKey(
        "pathways.Sitting", on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    journey = models.ForeignKey(
        "pathways.Journey", on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    step = models.CharField(max_length=MOST_CODE, blank=True)
    leads_to = models.CharField(
        max_length=MOST_RUNG, blank=True, help_text="The level the step leads to, where the grade stays as it is."
    )
    pathway = models.CharField(max_length=MOST_CODE, blank=True)
    service = models.CharField(max_length=10, choices=ServiceKind.choices, blank=True)
    grade = models.ForeignKey(Grade, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    portfolio = models.ForeignKey(
        "portfolios.Portfolio", on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    snapshot = models.ForeignKey(
        "portfolios.Snapshot", on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    recommendation = models.ForeignKey(
        "asye.Recommendation", on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    earlier = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="later")
    manager = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    names = models.CharField(max_length=10, choices=Names.choices, default=Names.NAMED)
    is_external = models.BooleanField(default=False)
    is_first_time = models.BooleanField(default=False, help_text="Somebody who assessed it did so for the first time.")
    has_formal_open = models.BooleanField(
        null=True, blank=True, help_text="Is a formal process open? The line manager's yes or no, no more (D5-02)."
    )
    formal_said_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    formal_said_for = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    formal_said_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=14, choices=CaseState.choices, default=CaseState.DRAFT)
    declared_at = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField()
    handed_in_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    reviews_in_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    moved_at = models.DateTimeField(help_text="Since when it waits for whoever it waits for.")
    put_off_because = models.CharField(max_length=MOST_REASON, blank=True)
    withdrawn_because = models.CharField(max_length=MOST_REASON, blank=True)

    objects = CaseQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose case it is; kept with the decision",
            "manager": "who endorsed it; kept with the decision",
            "step": BY_SIGHT,
            "leads_to": BY_SIGHT,
            "pathway": BY_SIGHT,
            "grade": BY_SIGHT,
            "has_formal_open": "a yes or no of the line manager, read by the clerk and the academy; kept with the case",
            "formal_said_by": ANSWERS,
            "formal_said_for": "the line manager for whom a deputy said it; kept with it",
            "put_off_because": "read by the candidate, the clerk, the chair and the academy; kept with the case",
            "withdrawn_because": "read by the candidate, the clerk, the chair and the academy; kept with the case",
        }
    )

    class Meta:
        ordering = ["begun_at", "pk"]
        indexes = [
            models.Index(fields=["sitting", "state"], name="panelscase_of_sitting"),
            models.Index(fields=["person", "state"], name="panelscase_of_person"),
            models.Index(fields=["panel", "state"], name="panelscase_of_panel"),
        ]
        constraints = [
            state_known(CaseState, name="panelscase_state_known"),
            models.CheckConstraint(condition=Q(kind__in=CaseKind.values), name="panelscase_kind_known"),
            models.CheckConstraint(condition=Q(names__in=Names.values), name="panelscase_names_known"),
            models.CheckConstraint(condition=Q(service__in=["", *ServiceKind.values]), name="panelscase_service_known"),
            models.CheckConstraint(
                condition=(Q(kind=CaseKind.MODERATION, recommendation__isnull=False, step=""))
                | (~Q(kind=CaseKind.MODERATION) & Q(recommendation__isnull=True) & ~Q(step="")),
                name="panelscase_is_about_something",
            ),
            models.CheckConstraint(
                condition=~Q(kind=CaseKind.APPOINTMENT) | Q(vacancy__isnull=False), name="panelscase_post_has_vacancy"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[*BEFORE_ACCEPTED, CaseState.DEFERRED, CaseState.WITHDRAWN])
                | Q(accepted_at__isnull=False, snapshot__isnull=False)
                | Q(kind=CaseKind.MODERATION, accepted_at__isnull=False),
                name="panelscase_accepted_on_a_snapshot",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[CaseState.DECIDED]) | Q(decided_at__isnull=False),
                name="panelscase_decided_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=CaseState.RELEASED) | Q(released_at__isnull=False),
                name="panelscase_released_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state=CaseState.DEFERRED) | ~Q(put_off_because=""), name="panelscase_put_off_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(manager__isnull=True) | ~Q(manager=F("person")), name="panelscase_endorsed_by_another"
            ),
            models.CheckConstraint(
                condition=Q(has_formal_open__isnull=True, formal_said_by__isnull=True, formal_said_at__isnull=True)
                | Q(has_formal_open__isnull=False, formal_said_by__isnull=False, formal_said_at__isnull=False),
                name="panelscase_formal_said_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(formal_said_for__isnull=True)
                | (Q(formal_said_by__isnull=False) & ~Q(formal_said_for=F("formal_said_by"))),
                name="panelscase_formal_said_for_another",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation", "step"],
                condition=~Q(state__in=[CaseState.RELEASED, CaseState.WITHDRAWN]) & ~Q(step=""),
                name="panelscase_one_live_for_a_step",
            ),
            models.UniqueConstraint(
                fields=["recommendation"],
                condition=~Q(state=CaseState.WITHDRAWN),
                name="panelscase_one_for_a_recommendation",
            ),
        ]

    def __str__(self) -> str:
        return f"case {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("panels:case", args=[self.pk])

    @property
    def standing(self) -> CaseState:
        """The state with its word and its shape, for the panel."""
        return CaseState(self.state)

    @property
    def outside(self) -> State:
        """How it stands for whoever is not on the panel."""
        return CaseState(self.state).outside

    @property
    def is_moderation(self) -> bool:
        return self.kind == CaseKind.MODERATION

    @property
    def is_appointment(self) -> bool:
        return self.kind == CaseKind.APPOINTMENT


class Extension(OfCase, models.Model):
    """More time to hand in to a sitting, given with a reason; the deadline itself stays (complaint 7)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="extensions")
    until_on = models.DateField(help_text="The last day, inclusive.")
    reason = models.CharField(max_length=MOST_REASON)
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    objects = OfCaseQuerySet.as_manager()

    personal_data = PersonalData(
        {"reason": "read by the candidate, the clerk and the academy; kept with the case", "given_by": ANSWERS}
    )

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="extension_has_reason")]

    def __str__(self) -> str:
        return f"extension of case {self.case_id}"


class AskedItem(OfCase, models.Model):
    """An item the completeness check asks to have mended: one of the policy's, and why. It comes back to who asked."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="asked_items")
    code = models.SlugField(max_length=40)
    title = models.CharField(max_length=200)
    reason = models.CharField(max_length=MOST_REASON)
    state = models.CharField(max_length=10, choices=AskedState.choices, default=AskedState.ASKED)
    due_on = models.DateField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=MOST_REASON, blank=True)
    mended_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = OfCaseQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "reason": "read by the candidate, the clerk and the academy; kept with the case",
            "answer": "read by the candidate, the clerk and the academy; kept with the case",
            "asked_by": ANSWERS,
        }
    )

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            state_known(AskedState, name="askeditem_state_known"),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(title=""), name="askeditem_says_what_and_why"),
            models.UniqueConstraint(
                fields=["case", "code"], condition=~Q(state=AskedState.SETTLED), name="askeditem_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state=AskedState.MENDED) | Q(mended_at__isnull=False), name="askeditem_mended_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state=AskedState.SETTLED) | Q(settled_at__isnull=False), name="askeditem_settled_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"asked item {self.pk}"

    @property
    def standing(self) -> AskedState:
        return AskedState(self.state)
