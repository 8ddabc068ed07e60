from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from academy.engines.reference.choices import Origin
from academy.identity.models import Organisation
from academy.identity.personal_data import NO_PERSONAL_DATA
from academy.people.choices import Profession, ServiceKind
from academy.people.models import Grade, JobRole, Team
from academy.training.choices import (
    MOST_DAYS,
    MOST_POUNDS,
    MOST_TITLE,
    Accreditation,
    AudienceWho,
    Basis,
    CostKind,
    OfferKind,
    Outcome,
    Principle,
    Promise,
)
from academy.training.models.platform import Platform, Subscription
from academy.training.models.theme import FocusTheme, Need
from academy.training.querysets import CourseQuerySet


class Course(models.Model):
    """Something of the offer: a course, module, session, workbook or link, described once; its dates are its events.

    `level` is the level of a framework it aims at; without one it is for all levels (S3-18). `priorities` are numbers
    of the academy's priorities on its page (S0-07). `days` is the time it takes, `valid_months` how long having done
    it counts; without a number it counts for good.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="courses")
    code = models.SlugField(max_length=80)
    title = models.CharField(max_length=MOST_TITLE)
    kind = models.CharField(max_length=20, choices=OfferKind.choices)
    summary = models.TextField(blank=True)
    aims = models.TextField(blank=True)
    group = models.CharField(max_length=120, blank=True, help_text="Under which heading it stands with others.")
    promise = models.CharField(max_length=10, choices=Promise.choices, default=Promise.BEGIN)
    level = models.ForeignKey("frameworks.Level", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    basis = models.CharField(max_length=12, choices=Basis.choices, default=Basis.PROFESSION)
    basis_note = models.CharField(max_length=300, blank=True, help_text="Which requirement, need or priority.")
    priorities = models.JSONField(default=list, blank=True)
    days = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.01")), MaxValueValidator(MOST_DAYS)],
    )
    provider = models.CharField(max_length=120, blank=True, help_text="Who teaches it, if not the organisation itself.")
    is_external = models.BooleanField(default=False, help_text="Asked for, not booked here.")
    platform = models.ForeignKey(Platform, on_delete=models.PROTECT, null=True, blank=True, related_name="courses")
    subscription = models.ForeignKey(
        Subscription, on_delete=models.PROTECT, null=True, blank=True, related_name="courses"
    )
    url = models.URLField(blank=True)
    credits = models.PositiveSmallIntegerField(null=True, blank=True)
    credit_level = models.PositiveSmallIntegerField(null=True, blank=True)
    accreditation = models.CharField(max_length=10, choices=Accreditation.choices, default=Accreditation.NONE)
    accredited_by = models.CharField(max_length=120, blank=True)
    cancellation = models.TextField(blank=True, help_text="What holds when somebody cancels.")
    outcome = models.CharField(max_length=12, choices=Outcome.choices, default=Outcome.COMPLETION)
    valid_months = models.PositiveSmallIntegerField(null=True, blank=True)
    counts_in_asye = models.BooleanField(default=False, help_text="Counts in the ASYE record (S1-41).")
    is_public = models.BooleanField(default=True, help_text="Shown on the public page of the offer.")
    themes = models.ManyToManyField(FocusTheme, blank=True, related_name="courses")
    needs = models.ManyToManyField(Need, blank=True, related_name="courses")
    statements = models.ManyToManyField("frameworks.Statement", blank=True, related_name="+")
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.PUBLISHED)
    withdrawn_on = models.DateField(null=True, blank=True, help_text="From this day it is no longer offered.")

    objects = CourseQuerySet.as_manager()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["title", "pk"]
        indexes = [models.Index(fields=["organisation", "withdrawn_on"], name="course_by_organisation")]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="course_code_once"),
            models.CheckConstraint(condition=~Q(title=""), name="course_has_title"),
            models.CheckConstraint(condition=Q(kind__in=OfferKind.values), name="course_kind_known"),
            models.CheckConstraint(condition=Q(promise__in=Promise.values), name="course_promise_known"),
            models.CheckConstraint(condition=Q(basis__in=Basis.values), name="course_basis_known"),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="course_outcome_known"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="course_origin_known"),
            models.CheckConstraint(
                condition=Q(accreditation__in=Accreditation.values), name="course_accreditation_known"
            ),
            models.CheckConstraint(condition=Q(days__isnull=True) | Q(days__gt=0), name="course_days_above_0"),
            models.CheckConstraint(
                condition=Q(valid_months__isnull=True) | Q(valid_months__gt=0), name="course_validity_above_0"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("training:course", args=[self.pk])

    @property
    def is_shipped(self) -> bool:
        """It came with the portal and was left so: loading may change it."""
        return self.origin == Origin.SHIPPED


class CourseAudience(models.Model):
    """One group of people a course is for. Every field that is set must fit; a course is for whoever fits one row.

    A course without a row is for everybody with a post in its organisation.
    """

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="audiences")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    who = models.CharField(max_length=10, choices=AudienceWho.choices, default=AudienceWho.STAFF)
    service_kind = models.CharField(max_length=10, choices=ServiceKind.choices, blank=True)
    profession = models.CharField(max_length=30, choices=Profession.choices, blank=True)
    job_role = models.ForeignKey(JobRole, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    grade = models.ForeignKey(Grade, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(who__in=AudienceWho.values), name="course_audience_who_known"),
            models.CheckConstraint(
                condition=Q(service_kind="") | Q(service_kind__in=ServiceKind.values),
                name="course_audience_service_known",
            ),
            models.CheckConstraint(
                condition=Q(profession="") | Q(profession__in=Profession.values),
                name="course_audience_profession_known",
            ),
            models.UniqueConstraint(
                "course",
                "organisation",
                "who",
                "service_kind",
                "profession",
                Coalesce("job_role", 0),
                Coalesce("team", 0),
                Coalesce("grade", 0),
                name="course_audience_once",
            ),
        ]

    def __str__(self) -> str:
        return f"audience of course {self.course_id}"


class CourseCost(models.Model):
    """A cost line of a course, in pounds, for one person."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="costs")
    kind = models.CharField(max_length=10, choices=CostKind.choices, default=CostKind.FEE)
    pounds = models.DecimalField(
        max_digits=7,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0.01")), MaxValueValidator(MOST_POUNDS)],
    )

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["course", "kind"], name="course_cost_kind_once"),
            models.CheckConstraint(condition=Q(kind__in=CostKind.values), name="course_cost_kind_known"),
            models.CheckConstraint(condition=Q(pounds__gt=0), name="course_cost_above_0"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of course {self.course_id}"


class Prerequisite(models.Model):
    """What somebody should have done before a course (S3-29, S3-30)."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="prerequisites")
    before = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="leads_to")

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["course", "before"], name="prerequisite_once"),
            models.CheckConstraint(condition=~Q(course=models.F("before")), name="prerequisite_is_another_course"),
        ]

    def __str__(self) -> str:
        return f"{self.before_id} before {self.course_id}"


class CoursePrinciple(models.Model):
    """How a course meets one of the five principles, in words of its own (S3-28)."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="principles")
    principle = models.CharField(max_length=12, choices=Principle.choices)
    how = models.TextField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["course", "principle"], name="course_principle_once"),
            models.CheckConstraint(condition=Q(principle__in=Principle.values), name="course_principle_known"),
            models.CheckConstraint(condition=~Q(how=""), name="course_principle_says_how"),
        ]

    def __str__(self) -> str:
        return str(self.get_principle_display())
