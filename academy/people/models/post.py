from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.people.models.dated import Dated
from academy.people.models.grade import Grade, GradeLevel
from academy.people.models.job_role import JobRole
from academy.people.models.service import Team


class Post(Dated):
    """Somebody's employment in one organisation, from first to last day. What she does there is in its terms."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="posts")
    is_primary = models.BooleanField(default=True)

    personal_data = PersonalData(
        {
            "person": "whose employment it is; kept for the retention of staff records",
            "organisation": "where; kept for the retention of staff records",
            "from_on": "first day; kept for the retention of staff records",
            "until_on": "last day; kept for the retention of staff records",
        }
    )

    class Meta(Dated.Meta):
        ordering = ["-from_on", "-pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["person", "organisation"],
                condition=Q(is_primary=True, until_on__isnull=True),
                name="post_one_primary_per_organisation",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "until_on"], name="post_by_organisation")]

    def __str__(self) -> str:
        return f"post {self.pk}"


class Terms(Dated):
    """What held in a post over a time: team, job, grade and level, hours and line manager. Any change begins a new row.

    So grade history, moves between teams, part-time spells and line management are read from the same rows, by date.
    FTE is the share of full time worked, above 0 and at most 1.
    """

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="terms")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="terms")
    job_role = models.ForeignKey(JobRole, on_delete=models.PROTECT, related_name="+")
    job_title = models.CharField(max_length=120, blank=True, help_text="Only where the employer's differs.")
    grade = models.ForeignKey(Grade, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    level = models.ForeignKey(GradeLevel, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    spinal_point = models.PositiveSmallIntegerField(null=True, blank=True)
    fte = models.DecimalField(
        max_digits=3,
        decimal_places=2,
        default=Decimal("1.00"),
        validators=[MinValueValidator(Decimal("0.01")), MaxValueValidator(Decimal("1.00"))],
    )
    line_manager = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="managed_terms"
    )
    reason = models.CharField(max_length=200, blank=True, help_text="What began these terms: ASYE passed, moved team.")

    personal_data = PersonalData(
        {
            "job_title": "shown to colleagues; kept for the retention of staff records",
            "grade": "shown to colleagues, since the ladder is open; kept for the retention of staff records",
            "spinal_point": "shown to the person, her line manager and HR only",
            "fte": "shown to the person, her line manager, the academy and HR",
            "line_manager": "who answers for her; kept for the retention of staff records",
            "reason": "what began the terms; never a health reason",
        }
    )

    class Meta(Dated.Meta):
        ordering = ["-from_on", "-pk"]
        verbose_name_plural = "terms"
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["post"], condition=Q(until_on__isnull=True), name="terms_one_open_per_post"
            ),
            models.UniqueConstraint(fields=["post", "from_on"], name="terms_begin_once_a_day"),
            models.CheckConstraint(condition=Q(fte__gt=0, fte__lte=1), name="terms_fte_above_0_at_most_1"),
            models.CheckConstraint(
                condition=Q(level__isnull=True) | Q(grade__isnull=False), name="terms_level_only_with_grade"
            ),
        ]
        indexes = [
            models.Index(fields=["line_manager", "until_on"], name="terms_by_line_manager"),
            models.Index(fields=["team", "until_on"], name="terms_by_team"),
        ]

    def __str__(self) -> str:
        return f"terms {self.pk}"

    @property
    def title(self) -> str:
        """The job as the employer calls it."""
        return self.job_title or self.job_role.title
