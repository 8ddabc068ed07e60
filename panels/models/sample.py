from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.frozen.rows import FrozenModel
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from panels.choices.outcomes import Tier
from panels.choices.panels import MOST_WORDS
from panels.models.case import ANSWERS, Case
from panels.querysets.samples import FrozenClearanceQuerySet, FrozenSampleQuerySet, OfSampleQuerySet

FED_BACK = "read by moderation, the assessor it is for and the academy; kept with the decision"


class Sample(FrozenModel):
    """A draw of moderated ASYEs for the partnership or the national panel, which can be drawn again from its seed.

    `population` are the ids of all it was drawn from, in order; `percent` is the share the policy asks for (D1-64).
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="moderation_samples")
    tier = models.CharField(max_length=12, choices=Tier.choices)
    from_on = models.DateField()
    until_on = models.DateField()
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    seed = models.CharField(max_length=64)
    population = models.JSONField(default=list)
    drawn_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField()

    objects = FrozenSampleQuerySet.as_manager()
    only_added_to = "A draw is never changed: it has to come out the same again."

    personal_data = PersonalData(
        {"population": "the numbers of the cases it was drawn from; kept with the draw", "drawn_by": ANSWERS}
    )

    class Meta:
        ordering = ["-drawn_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(tier__in=Tier.values), name="sample_tier_known"),
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="sample_dates_in_order"),
            models.CheckConstraint(condition=Q(percent__gt=0, percent__lte=100), name="sample_percent_in_bounds"),
            models.CheckConstraint(condition=~Q(seed=""), name="sample_has_seed"),
        ]

    def __str__(self) -> str:
        return f"sample {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("panels:sample", args=[self.pk])


class Sampled(models.Model):
    """A case in a draw, under a number instead of a name, and what came back. It changes no outcome (D1-64)."""

    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="drawn")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sampled")
    position = models.PositiveSmallIntegerField()
    is_exemplar = models.BooleanField(default=False)
    feedback = models.TextField(max_length=MOST_WORDS, blank=True)
    received_on = models.DateField(null=True, blank=True)
    received_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = OfSampleQuerySet.as_manager()

    personal_data = PersonalData({"feedback": FED_BACK, "received_by": ANSWERS})

    class Meta:
        ordering = ["sample", "position"]
        constraints = [
            models.UniqueConstraint(fields=["sample", "case"], name="sampled_once"),
            models.UniqueConstraint(fields=["sample", "position"], name="sampled_position_once"),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True, received_by__isnull=True, feedback="")
                | (Q(received_on__isnull=False, received_by__isnull=False) & ~Q(feedback="")),
                name="sampled_feedback_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"sampled case {self.pk}"

    @property
    def organisation_id(self) -> int:
        return self.sample.organisation_id


class Clearance(FrozenModel):
    """The pack of a sampled case as somebody read it and cleared it: these words and no others leave (D1-64, D1-65).

    Cleared once more, the next number follows and holds; what was made of the one before is given out no more.
    """

    sampled = models.ForeignKey(Sampled, on_delete=models.PROTECT, related_name="clearances")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    cleared_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    cleared_at = models.DateTimeField()

    objects = FrozenClearanceQuerySet.as_manager()
    only_added_to = "What was cleared to leave is never changed: it is cleared once more, and the next number follows."

    personal_data = PersonalData(
        {
            "content": "the year and its moderation without names, read by who moderates outside; kept with the draw",
            "cleared_by": ANSWERS,
        }
    )

    class Meta:
        ordering = ["sampled", "number"]
        constraints = [
            models.UniqueConstraint(fields=["sampled", "number"], name="clearance_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="clearance_counts_from_one"),
            models.CheckConstraint(condition=~Q(sha256=""), name="clearance_has_fingerprint"),
        ]

    def __str__(self) -> str:
        return f"clearance {self.number} of sampled case {self.sampled_id}"

    @property
    def organisation_id(self) -> int:
        return self.sampled.organisation_id
