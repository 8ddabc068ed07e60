from django.db import models
from django.db.models import Q
from django.urls import reverse

from academy.engines.reference.choices import Origin
from academy.identity.models import Organisation, Person
from academy.identity.personal_data import NO_PERSONAL_DATA, PersonalData
from academy.training.choices import MOST_TITLE
from academy.training.models.course import Course
from academy.training.models.theme import Need


class Programme(models.Model):
    """Several courses that belong together, taken alone or in combination, often for several employers (S3-03, S3-14).

    `sponsor` is the senior manager who promotes and resources it (S3-06); `sponsor_title` is her office, which a file
    may name without a person.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="programmes")
    code = models.SlugField(max_length=80)
    title = models.CharField(max_length=MOST_TITLE)
    about = models.TextField(blank=True)
    aimed_at = models.CharField(max_length=300, blank=True)
    steering = models.TextField(blank=True, help_text="How somebody finds the combination that fits her (S3-20).")
    sponsor = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sponsor_title = models.CharField(max_length=120, blank=True)
    employers = models.ManyToManyField(Organisation, blank=True, related_name="+")
    needs = models.ManyToManyField(Need, blank=True, related_name="programmes")
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.PUBLISHED)
    withdrawn_on = models.DateField(null=True, blank=True, help_text="From this day it is no longer offered.")

    personal_data = PersonalData({"sponsor": "answers for the programme; kept as long as the programme"})

    class Meta:
        ordering = ["organisation", "title"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="programme_code_once"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="programme_origin_known"),
            models.CheckConstraint(condition=~Q(title=""), name="programme_has_title"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("training:programme", args=[self.pk])


class ProgrammeCourse(models.Model):
    """A course in a programme, in its place."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="courses")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="programmes")
    order = models.PositiveSmallIntegerField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["programme", "order"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "course"], name="programme_course_once"),
            models.UniqueConstraint(fields=["programme", "order"], name="programme_course_order_once"),
        ]

    def __str__(self) -> str:
        return f"course {self.course_id} in programme {self.programme_id}"
