from django.db import models
from django.db.models import F, Q

from academy.identity.models import Organisation, Person
from academy.identity.personal_data import PersonalData
from academy.training.choices import MOST_NOTE, CompletionSource
from academy.training.models.booking import Booking
from academy.training.models.course import Course
from academy.training.models.platform import Platform
from academy.training.querysets import CompletionQuerySet


class Completion(models.Model):
    """That somebody finished a course on a day, how the portal knows, and until when it counts.

    `outside_id` is the platform's own key of the completion, so that the same line taken in twice is one completion.
    One that was wrong is withdrawn with a reason, never deleted.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="completions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="completions")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="completions")
    completed_on = models.DateField()
    valid_until = models.DateField(null=True, blank=True, help_text="The last day it counts.")
    source = models.CharField(max_length=12, choices=CompletionSource.choices)
    booking = models.OneToOneField(Booking, on_delete=models.PROTECT, null=True, blank=True, related_name="completion")
    platform = models.ForeignKey(Platform, on_delete=models.PROTECT, null=True, blank=True, related_name="completions")
    outside_id = models.CharField(max_length=120, blank=True)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    noted_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=MOST_NOTE, blank=True)

    objects = CompletionQuerySet.as_manager()

    personal_data = PersonalData(
        {
            "person": "whose learning it is; kept for the retention of staff records",
            "completed_on": "when; kept for the retention of staff records",
            "outside_id": "the platform's key, so that nothing is taken in twice; kept with the completion",
            "noted_by": "answers for it; kept with the completion",
        }
    )

    class Meta:
        ordering = ["-completed_on", "-pk"]
        indexes = [models.Index(fields=["person", "course", "completed_on"], name="completion_by_person")]
        constraints = [
            models.CheckConstraint(condition=Q(source__in=CompletionSource.values), name="completion_source_known"),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("completed_on")),
                name="completion_dates_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(source="attendance") | Q(booking__isnull=False), name="completion_attended_a_booking"
            ),
            models.CheckConstraint(
                condition=~Q(source="platform") | (Q(platform__isnull=False) & ~Q(outside_id="")),
                name="completion_platform_says_which",
            ),
            models.UniqueConstraint(
                fields=["platform", "outside_id"],
                condition=Q(platform__isnull=False),
                name="completion_outside_id_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_because=""),
                name="completion_withdrawn_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"completion {self.pk}"
