from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from academy.engines.workflow.constraints import state_known
from academy.identity.models import Organisation
from academy.identity.personal_data import NO_PERSONAL_DATA
from academy.people.choices.vacancies import VacancyState
from academy.people.models.grade import Grade, GradeLevel
from academy.people.models.job_role import JobRole
from academy.people.models.service import Team
from academy.people.querysets.vacancies import VacancyQuerySet

MOST_PLACES = 99


class Vacancy(models.Model):
    """A post to be filled (S2-14): where, as what, at which grade, how many places, and from when to when it is open.

    `opens_on` and `closes_on` are the first and the last day somebody can apply. `is_outside` says that people outside
    may apply too. `contract` is the kind of employment in words; `about` what else applicants are told. Who applied is
    not kept here.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="vacancies")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="vacancies")
    job_role = models.ForeignKey(JobRole, on_delete=models.PROTECT, related_name="+")
    grade = models.ForeignKey(Grade, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    level = models.ForeignKey(GradeLevel, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=120)
    reference = models.CharField(max_length=40)
    places = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])
    opens_on = models.DateField()
    closes_on = models.DateField()
    is_outside = models.BooleanField(default=False)
    contract = models.CharField(max_length=160, blank=True)
    about = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=VacancyState.choices, default=VacancyState.PLANNED)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    filled_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = VacancyQuerySet.as_manager()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["closes_on", "title", "pk"]
        verbose_name_plural = "vacancies"
        indexes = [models.Index(fields=["organisation", "state", "closes_on"], name="vacancy_open_here")]
        constraints = [
            state_known(VacancyState, name="vacancy_state_known"),
            models.UniqueConstraint(fields=["organisation", "reference"], name="vacancy_reference_once"),
            models.CheckConstraint(condition=~Q(title="") & ~Q(reference=""), name="vacancy_has_title_and_reference"),
            models.CheckConstraint(
                condition=Q(places__gte=1, places__lte=MOST_PLACES), name="vacancy_places_in_bounds"
            ),
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="vacancy_dates_in_order"),
            models.CheckConstraint(
                condition=Q(level__isnull=True) | Q(grade__isnull=False), name="vacancy_level_only_with_grade"
            ),
            models.CheckConstraint(
                condition=Q(state__in=(VacancyState.PLANNED, VacancyState.WITHDRAWN)) | Q(opened_at__isnull=False),
                name="vacancy_opened_some_day",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(VacancyState.CLOSED, VacancyState.FILLED)) | Q(closed_at__isnull=False),
                name="vacancy_closed_some_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=VacancyState.FILLED) | Q(filled_at__isnull=False), name="vacancy_filled_some_day"
            ),
            models.CheckConstraint(
                condition=~Q(state=VacancyState.WITHDRAWN) | Q(withdrawn_at__isnull=False),
                name="vacancy_withdrawn_some_day",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("people:vacancy", args=[self.pk])

    @property
    def standing(self) -> VacancyState:
        """The state with its word and its shape."""
        return VacancyState(self.state)

    @property
    def graded(self) -> str:
        """Grade and level: BG12, or Senior practitioner; nothing where the employer has none."""
        return ", ".join(str(part) for part in (self.grade, self.level) if part)

    @property
    def is_planned(self) -> bool:
        return self.state == VacancyState.PLANNED

    @property
    def is_open(self) -> bool:
        return self.state == VacancyState.OPEN

    @property
    def is_closed(self) -> bool:
        """Applications are in, and nobody is appointed yet."""
        return self.state == VacancyState.CLOSED

    @property
    def is_over(self) -> bool:
        return self.state in (VacancyState.FILLED, VacancyState.WITHDRAWN)
