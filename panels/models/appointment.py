from django.db import models
from django.db.models import Q

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Person
from academy.identity.personal_data import PersonalData
from academy.people.models import Vacancy
from panels.choices.outcomes import AppointmentState
from panels.choices.panels import MOST_WORDS
from panels.models.case import ANSWERS, Case
from panels.models.of_case import OfCase
from panels.querysets.outcomes import AppointmentQuerySet

READ = "read by the candidate once it is told, by who recruits and by human resources; kept with the decision"


class Appointment(OfCase, models.Model):
    """From the portfolio to a post: eligible, invited to the interview, appointed or not (S2-14 to S2-16, S2-198).

    `number` counts the vacancies somebody was eligible for with the same case: the next one may follow.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="appointments")
    number = models.PositiveSmallIntegerField(default=1)
    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments")
    state = models.CharField(max_length=14, choices=AppointmentState.choices, default=AppointmentState.ELIGIBLE)
    eligible_at = models.DateTimeField()
    interview_at = models.DateTimeField(null=True, blank=True)
    interview_place = models.CharField(max_length=200, blank=True)
    words = models.TextField(max_length=MOST_WORDS, blank=True)
    from_on = models.DateField(null=True, blank=True, help_text="First day in the post.")
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    personal_data = PersonalData(
        {"words": READ, "interview_at": READ, "interview_place": READ, "from_on": READ, "decided_by": ANSWERS}
    )

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            state_known(AppointmentState, name="appointment_state_known"),
            models.UniqueConstraint(fields=["case", "number"], name="appointment_number_once"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(state__in=["eligible", "invited"]), name="appointment_one_open"
            ),
            models.CheckConstraint(
                condition=~Q(state=AppointmentState.INVITED) | Q(vacancy__isnull=False, interview_at__isnull=False),
                name="appointment_invited_to_something",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["eligible", "invited"], decided_at__isnull=True)
                | (
                    Q(state__in=["appointed", "not_appointed", "lapsed"], decided_at__isnull=False)
                    & Q(decided_by__isnull=False)
                    & ~Q(words="")
                ),
                name="appointment_decided_with_words",
            ),
            models.CheckConstraint(
                condition=~Q(state=AppointmentState.APPOINTED) | Q(vacancy__isnull=False, from_on__isnull=False),
                name="appointment_has_post_and_day",
            ),
        ]

    def __str__(self) -> str:
        return f"appointment {self.pk}"

    @property
    def standing(self) -> AppointmentState:
        return AppointmentState(self.state)
