from django.db import models
from django.db.models import F, Q

from academy.identity.models import Organisation
from academy.identity.personal_data import NO_PERSONAL_DATA
from academy.people.choices import GradeKind


class Grade(models.Model):
    """A pay grade of one organisation, in rank order: BG9 below BG10 (S2-218). Spinal points are inclusive.

    An employer that names no pay grades has the stages of a career instead: social care assistant, senior practitioner
    (S1-17). A stage is known by its title, since its code is no word of the field.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="grades")
    code = models.CharField(max_length=20)
    title = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=GradeKind, default=GradeKind.PAY)
    rank = models.PositiveSmallIntegerField()
    spinal_from = models.PositiveSmallIntegerField(null=True, blank=True)
    spinal_until = models.PositiveSmallIntegerField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True, help_text="From this day it is no longer chosen.")

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["organisation", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="grade_code_once"),
            models.UniqueConstraint(
                fields=["organisation", "rank"], condition=Q(withdrawn_on__isnull=True), name="grade_rank_once"
            ),
            models.CheckConstraint(
                condition=Q(spinal_from__isnull=True, spinal_until__isnull=True)
                | Q(spinal_from__isnull=False, spinal_until__gte=F("spinal_from")),
                name="grade_spinal_points_in_order",
            ),
            models.CheckConstraint(condition=Q(kind__in=GradeKind.values), name="grade_kind_known"),
        ]

    def __str__(self) -> str:
        return self.title if self.kind == GradeKind.STAGE else self.code

    @property
    def beside_a_job(self) -> str:
        """The pay grade as it stands beside a job title; nothing for a stage, which says what the job says."""
        return "" if self.kind == GradeKind.STAGE else self.code

    @property
    def in_words(self) -> str:
        """With what it is: Grade BG10, or Stage: Senior practitioner."""
        return f"Stage: {self.title}" if self.kind == GradeKind.STAGE else f"Grade {self.code}"


class GradeLevel(models.Model):
    """A level within a grade: BG10's induction and probation, ASYE, level 1, level 2 (S2-218)."""

    grade = models.ForeignKey(Grade, on_delete=models.PROTECT, related_name="levels")
    code = models.SlugField(max_length=40)
    title = models.CharField(max_length=120)
    rank = models.PositiveSmallIntegerField()
    withdrawn_on = models.DateField(null=True, blank=True, help_text="From this day it is no longer chosen.")

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["grade", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["grade", "code"], name="grade_level_code_once"),
            models.UniqueConstraint(
                fields=["grade", "rank"], condition=Q(withdrawn_on__isnull=True), name="grade_level_rank_once"
            ),
        ]

    def __str__(self) -> str:
        return self.title
