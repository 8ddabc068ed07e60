"""What the terms of a post can be made of in one organisation."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from academy.people.models import Grade, GradeLevel, JobRole, Service, Team, Terms

Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class TermsChoices:
    """Teams, jobs, grades and levels as pairs of id and words."""

    teams: Choices
    job_roles: Choices
    grades: Choices
    levels: Choices


def terms_choices(organisation_id: int, on: date, *, present: Terms | None = None) -> TermsChoices:
    """Teams that have not ended and what is not withdrawn, in four queries; what holds at present stays a choice, so
    that terms can be read back whatever became of it."""
    teams = Team.objects.filter(
        Q(until_on=None) | Q(until_on__gte=on) | _is(present, "team"), service__organisation_id=organisation_id
    )
    grades = Grade.objects.filter(Q(withdrawn_on=None) | _is(present, "grade"), organisation_id=organisation_id)
    levels = GradeLevel.objects.filter(
        Q(withdrawn_on=None) | _is(present, "level"), grade__organisation_id=organisation_id
    )
    jobs = JobRole.objects.filter(Q(withdrawn_on=None) | _is(present, "job_role"))
    return TermsChoices(
        teams=[
            (str(team.pk), f"{team.name}, {team.service.name}")
            for team in teams.select_related("service").order_by("service__name", "name")
        ],
        job_roles=[(str(job.pk), job.title) for job in jobs],
        grades=[(str(grade.pk), str(grade)) for grade in grades],
        levels=[
            (str(level.pk), f"{level.grade}: {level.title}")
            for level in levels.select_related("grade").order_by("grade__rank", "rank")
        ],
    )


def scopes(organisation_id: int, on: date) -> Choices:
    """Where a role can hold: the whole organisation, its services, and each team of one."""
    services = Service.objects.filter(organisation_id=organisation_id, withdrawn_on=None)
    teams = Team.objects.filter(Q(until_on=None) | Q(until_on__gte=on), service__in=services).select_related("service")
    return [
        ("", "The whole organisation"),
        *((f"service:{service.pk}", service.name) for service in services),
        *((f"team:{team.pk}", f"{team.name}, {team.service.name}") for team in teams),
    ]


@dataclass(frozen=True)
class TermsChosen:
    """What was chosen of them."""

    team: Team
    job_role: JobRole
    grade: Grade | None
    level: GradeLevel | None


def terms_chosen(organisation_id: int, *, team: str, job_role: str, grade: str, level: str) -> TermsChosen:
    """The rows behind answers that were among the choices; "" is no grade and no level."""
    levels = GradeLevel.objects.filter(grade__organisation_id=organisation_id)
    return TermsChosen(
        team=Team.objects.select_related("service").get(service__organisation_id=organisation_id, pk=team),
        job_role=JobRole.objects.get(pk=job_role),
        grade=Grade.objects.filter(organisation_id=organisation_id, pk=grade or None).first(),
        level=levels.filter(pk=level or None).first(),
    )


def scope_chosen(organisation_id: int, value: str) -> tuple[Service | None, Team | None]:
    """The service and team behind an answer that was among the scopes; neither for the whole organisation."""
    kind, _, pk = value.partition(":")
    if kind == "team":
        team = Team.objects.select_related("service").get(service__organisation_id=organisation_id, pk=pk)
        return team.service, team
    return Service.objects.filter(organisation_id=organisation_id, pk=pk or None).first(), None


def _is(present: Terms | None, name: str) -> Q:
    return Q(pk=getattr(present, f"{name}_id") if present else None)
