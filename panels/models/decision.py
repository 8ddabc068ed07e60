from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.engines.frozen.rows import FrozenModel
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from panels.choices.outcomes import DecisionBasis, LetterState, Outcome
from panels.choices.panels import MOST_REASON, MOST_WORDS, MemberSort
from panels.models.case import ANSWERS, Case
from panels.models.meeting import Meeting
from panels.models.of_case import OfCase, OfDecision
from panels.querysets.outcomes import DecisionQuerySet, FeedbackQuerySet, LetterQuerySet, TargetQuerySet

TOLD = "read by the panel, and by the candidate, her manager and the academy once it is told; kept with the record"


class Decision(OfCase, FrozenModel):
    """What was decided on a case, in the words that are told, and who was there. The latest number holds.

    `present` are the ids of who decided, `away` of who was out of the case. `reasons` are the panel's own.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    basis = models.CharField(max_length=10, choices=DecisionBasis.choices, default=DecisionBasis.MEETING)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    wording = models.TextField(max_length=MOST_WORDS)
    reasons = models.TextField(max_length=MOST_WORDS)
    condition = models.TextField(max_length=MOST_WORDS, blank=True)
    condition_by_on = models.DateField(null=True, blank=True)
    answer_by_on = models.DateField(null=True, blank=True, help_text="Until when questions on an ASYE are answered.")
    effective_on = models.DateField(null=True, blank=True, help_text="From when the step holds.")
    next_sitting = models.ForeignKey(
        "pathways.Sitting", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    present = models.JSONField(default=list)
    away = models.JSONField(default=list)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()
    decided_at = models.DateTimeField()

    objects = DecisionQuerySet.as_manager()
    only_added_to = "What a panel decided is never changed: it is decided again, and the next number follows."

    personal_data = PersonalData(
        {
            "outcome": TOLD,
            "wording": TOLD,
            "reasons": "read by the panel and by whoever hears an appeal; kept with the record",
            "condition": TOLD,
            "present": "who decided; kept with the minutes",
            "away": "who was out of the case; kept with the minutes",
            "decided_by": ANSWERS,
        }
    )

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="panelsdecision_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="panelsdecision_counts_from_one"),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="panelsdecision_outcome_known"),
            models.CheckConstraint(condition=Q(basis__in=DecisionBasis.values), name="panelsdecision_basis_known"),
            models.CheckConstraint(condition=~Q(wording="") & ~Q(reasons=""), name="panelsdecision_has_words"),
            models.CheckConstraint(
                condition=(Q(outcome=Outcome.CONDITION, condition_by_on__isnull=False) & ~Q(condition=""))
                | (~Q(outcome=Outcome.CONDITION) & Q(condition_by_on__isnull=True, condition="")),
                name="panelsdecision_condition_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(answer_by_on__isnull=True) | Q(outcome=Outcome.QUERIED),
                name="panelsdecision_answer_belongs_to_questions",
            ),
        ]

    def __str__(self) -> str:
        return f"decision {self.number} on case {self.case_id}"

    @property
    def standing(self) -> Outcome:
        return Outcome(self.outcome)


class Target(OfDecision, models.Model):
    """A target of a "not yet": what is to be shown, who helps, until when (S2-21). That it is done is noted here."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="targets")
    position = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=MOST_REASON)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner_words = models.CharField(max_length=120)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_words = models.CharField(max_length=MOST_REASON, blank=True)

    objects = TargetQuerySet.as_manager()

    personal_data = PersonalData(
        {"words": TOLD, "owner": TOLD, "owner_words": TOLD, "done_words": TOLD, "due_on": TOLD, "done_on": TOLD}
    )

    class Meta:
        ordering = ["decision", "position", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words="") & ~Q(owner_words=""), name="target_has_words_and_owner"),
            models.UniqueConstraint(fields=["decision", "position"], name="target_position_once"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=False) | Q(done_words=""), name="target_done_words_only_when_done"
            ),
        ]

    def __str__(self) -> str:
        return f"target {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("panels:target", args=[self.pk])


class Letter(OfDecision, models.Model):
    """The letter that tells a decision. Read in the outbox by somebody who answers for it, sent with the others."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="letter")
    state = models.CharField(max_length=8, choices=LetterState.choices, default=LetterState.WRITTEN)
    body = models.TextField(max_length=MOST_WORDS)
    written_at = models.DateTimeField()
    read_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    personal_data = PersonalData({"body": TOLD, "read_by": ANSWERS})

    class Meta:
        ordering = ["decision"]
        constraints = [
            state_known(LetterState, name="letter_state_known"),
            models.CheckConstraint(condition=~Q(body=""), name="letter_has_words"),
            models.CheckConstraint(
                condition=Q(state=LetterState.WRITTEN, sent_at__isnull=True)
                | Q(state=LetterState.READ, read_by__isnull=False, read_at__isnull=False, sent_at__isnull=True)
                | Q(state=LetterState.SENT, read_by__isnull=False, read_at__isnull=False, sent_at__isnull=False),
                name="letter_read_before_it_is_sent",
            ),
        ]

    def __str__(self) -> str:
        return f"letter {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("panels:letter", args=[self.pk])

    @property
    def standing(self) -> LetterState:
        return LetterState(self.state)


class Feedback(models.Model):
    """Feedback on the outcome by somebody the policy names for it, asked for and then given (S2-20)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="feedback")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="panel_feedback")
    sort = models.CharField(max_length=16, choices=MemberSort.choices)
    due_on = models.DateField()
    given_on = models.DateField(null=True, blank=True)
    words = models.TextField(max_length=MOST_WORDS, blank=True)

    objects = FeedbackQuerySet.as_manager()

    personal_data = PersonalData({"person": "who gives it; read by the candidate", "words": TOLD})

    class Meta:
        ordering = ["case", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "person", "due_on"], name="panelsfeedback_once"),
            models.CheckConstraint(condition=Q(sort__in=MemberSort.values), name="panelsfeedback_sort_known"),
            models.CheckConstraint(
                condition=Q(given_on__isnull=True, words="") | (Q(given_on__isnull=False) & ~Q(words="")),
                name="panelsfeedback_given_in_words",
            ),
        ]

    def __str__(self) -> str:
        return f"feedback {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("panels:feedback", args=[self.pk])

    @property
    def organisation_id(self) -> int:
        return self.case.organisation_id
