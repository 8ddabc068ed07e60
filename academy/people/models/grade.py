from django.db import models
from django.db.models import F, Q

from academy.identity.models import Organisation
from academy.identity.personal_data import NO_PERSONAL_DATA


class Grade(models.Model):
    """A pay grade of one organisation, in rank order: BG9 below BG10 (S2-218). Spinal points are inclusive."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="grades")
    code = models.CharField(max_length=20)
    title = models.CharField(max_length=120)
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
        ]

    def __str__(self) -> str:
        return self.code


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
