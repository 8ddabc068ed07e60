from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from academy.development.choices import MOST_REASON
from academy.development.choices.inductions import EarlierState, InductionState, ItemKind
from academy.development.querysets.inductions import InductionQuerySet
from academy.engines.reference.models import Version
from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import NO_PERSONAL_DATA, PersonalData
from academy.people.models import Post

BOTH = "read by the person, her manager and the academy; kept with the learning record"


class InductionProgramme(Version):
    """What an induction asks of somebody who joins, per organisation and kind of job (S0-14 to S0-18, S1-24).

    Empty `job_roles` mean every role. `components` are codes and words of the parts an induction consists of: four in
    one source, five in another. `months` is the time from joining to the due day; time away moves it where it is longer
    than `absence_over_days`.
    """

    SERIES: ClassVar[tuple[str, ...]] = ("organisation", "code")

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="induction_programmes"
    )
    title = models.CharField(max_length=120)
    months = models.PositiveSmallIntegerField(default=6)
    absence_over_days = models.PositiveSmallIntegerField(default=0)
    job_roles = models.JSONField(default=list, blank=True)
    components = models.JSONField(default=list, blank=True)

    personal_data = PersonalData({"published_by": "answers for the programme; kept as long as the programme"})

    class Meta(Version.Meta):
        abstract = False
        ordering = ["organisation", "title", "valid_from"]
        constraints = [
            *Version.Meta.constraints,
            models.UniqueConstraint(
                Coalesce("organisation", 0), "code", "valid_from", name="inductionprogramme_edition_once"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="inductionprogramme_has_title"),
            models.CheckConstraint(
                condition=Q(months__gte=1, months__lte=24), name="inductionprogramme_months_1_to_24"
            ),
        ]

    def __str__(self) -> str:
        return f"induction programme {self.code}"


class InductionItem(models.Model):
    """One thing an induction asks to be known, understood or done (S0-16).

    One that its file names no more is withdrawn and asked of nobody; inductions in which it was ticked keep it.
    """

    programme = models.ForeignKey(InductionProgramme, on_delete=models.CASCADE, related_name="items")
    code = models.SlugField(max_length=60)
    kind = models.CharField(max_length=12, choices=ItemKind.choices)
    component = models.SlugField(max_length=40, blank=True)
    title = models.CharField(max_length=200)
    about = models.CharField(max_length=500, blank=True)
    week = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Best done by the end of this week.")
    order = models.PositiveSmallIntegerField()
    withdrawn_on = models.DateField(null=True, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["programme", "order"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "code"], name="inductionitem_code_once"),
            models.UniqueConstraint(
                fields=["programme", "order"],
                condition=Q(withdrawn_on__isnull=True),
                name="inductionitem_order_once",
            ),
            models.CheckConstraint(condition=Q(kind__in=ItemKind.values), name="inductionitem_kind_known"),
            models.CheckConstraint(condition=~Q(title=""), name="inductionitem_has_title"),
        ]

    def __str__(self) -> str:
        return f"induction item {self.code}"


class Induction(models.Model):
    """Somebody's induction in a post: due some months after joining, moved by absence, signed by both (S0-17).

    `due_on` is the day by the programme. The day moved by absence is worked out when it is read; `kept_due_on` holds it
    once both have signed.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="inductions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="inductions")
    post = models.OneToOneField(Post, on_delete=models.PROTECT, related_name="induction")
    programme = models.ForeignKey(InductionProgramme, on_delete=models.PROTECT, related_name="inductions")
    joined_on = models.DateField()
    due_on = models.DateField()
    kept_due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=InductionState.choices, default=InductionState.OPEN)
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    own_signed_at = models.DateTimeField(null=True, blank=True)
    manager_signed_at = models.DateTimeField(null=True, blank=True)
    manager_signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closing_words = models.CharField(max_length=MOST_REASON, blank=True)

    objects = InductionQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose induction it is; kept with the learning record",
            "joined_on": BOTH,
            "manager_signed_by": BOTH,
            "closing_words": BOTH,
        }
    )

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["organisation", "state", "due_on"], name="induction_by_due")]
        constraints = [
            state_known(InductionState, name="induction_state_known"),
            models.CheckConstraint(condition=Q(due_on__gte=F("joined_on")), name="induction_due_after_joining"),
            models.CheckConstraint(
                condition=Q(manager_signed_at__isnull=True, manager_signed_by__isnull=True)
                | Q(manager_signed_at__isnull=False, manager_signed_by__isnull=False),
                name="induction_signed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(manager_signed_by__isnull=True) | ~Q(manager_signed_by=F("person")),
                name="induction_signed_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state=InductionState.SIGNED)
                | Q(own_signed_at__isnull=False, manager_signed_at__isnull=False, closed_at__isnull=False),
                name="induction_signed_by_both",
            ),
            models.CheckConstraint(
                condition=~Q(state=InductionState.ENDED) | (Q(closed_at__isnull=False) & ~Q(closing_words="")),
                name="induction_ended_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"induction {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("development:induction", args=[self.pk])

    @property
    def standing(self) -> InductionState:
        """The state with its word and its shape."""
        return InductionState(self.state)


class InductionTick(models.Model):
    """How one item stands in one induction: her tick, her manager's, and learning from before she joined."""

    induction = models.ForeignKey(Induction, on_delete=models.PROTECT, related_name="ticks")
    item = models.ForeignKey(InductionItem, on_delete=models.PROTECT, related_name="+")
    own_on = models.DateField(null=True, blank=True)
    manager_on = models.DateField(null=True, blank=True)
    manager_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    earlier = models.CharField(max_length=10, choices=EarlierState.choices, default=EarlierState.NONE)
    earlier_words = models.CharField(max_length=MOST_REASON, blank=True)
    earlier_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    earlier_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        {
            "earlier_words": BOTH,
            "manager_by": BOTH,
            "earlier_by": "who accepted it; kept with the record",
        }
    )

    class Meta:
        ordering = ["item__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["induction", "item"], name="inductiontick_item_once"),
            models.CheckConstraint(condition=Q(earlier__in=EarlierState.values), name="inductiontick_earlier_known"),
            models.CheckConstraint(
                condition=Q(manager_on__isnull=True, manager_by__isnull=True)
                | Q(manager_on__isnull=False, manager_by__isnull=False),
                name="inductiontick_ticked_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(earlier=EarlierState.NONE) | ~Q(earlier_words=""), name="inductiontick_earlier_has_words"
            ),
            models.CheckConstraint(
                condition=~Q(earlier__in=[EarlierState.ACCEPTED, EarlierState.DECLINED])
                | Q(earlier_by__isnull=False, earlier_at__isnull=False),
                name="inductiontick_earlier_judged_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"induction tick {self.pk}"
