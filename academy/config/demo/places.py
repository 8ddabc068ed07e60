"""Organisations, teams, grades and jobs of the reference data, by their codes."""

from dataclasses import dataclass
from datetime import date

from academy.config.demo import reading
from academy.config.demo.reading import Step
from academy.identity.models import Organisation
from academy.people.choices import GradeKind
from academy.people.models import Grade, GradeLevel, JobRole, Service, Team

# The ladder names no spinal points; these make a believable record. The first of each grade, how many there are, and
# the year whose terms stand on the first.
FIRST_POINT = {"BG9": 24, "BG10": 28, "BG11": 34, "BG12": 38, "BG13": 43, "BG14": 47}
POINTS = 4
FIRST_YEAR = 2023


@dataclass(frozen=True)
class Places:
    """Everything posts point at. A code that is not there is a KeyError: data and reference data have parted."""

    organisations: dict[str, Organisation]
    services: dict[tuple[str, str], Service]
    teams: dict[tuple[str, str], Team]
    grades: dict[tuple[str, str], Grade]
    levels: dict[tuple[int, str], GradeLevel]
    jobs: dict[str, JobRole]

    def team(self, organisation: str, code: str) -> Team:
        return self.teams[organisation, code]

    def graded(self, organisation: str, step: Step) -> tuple[Grade | None, GradeLevel | None]:
        """Grade and level of what somebody does: as the step says where the employer has that grade, else the stage the
        job is on; none where the employer has neither."""
        stage = reading.stages().get(organisation, {}).get(step.job, {"stage": step.grade, "level": step.level})
        grade = self.grades.get((organisation, stage["stage"]))
        return grade, self.levels.get((grade.pk, stage.get("level", ""))) if grade is not None else None


def places() -> Places:
    """All of them, in six queries."""
    services = Service.objects.select_related("organisation")
    teams = Team.objects.select_related("service__organisation")
    grades = Grade.objects.select_related("organisation")
    return Places(
        organisations={organisation.slug: organisation for organisation in Organisation.objects.all()},
        services={(service.organisation.slug, service.code): service for service in services},
        teams={(team.service.organisation.slug, team.code): team for team in teams},
        grades={(grade.organisation.slug, grade.code): grade for grade in grades},
        levels={(level.grade_id, level.code): level for level in GradeLevel.objects.all()},
        jobs={job.code: job for job in JobRole.objects.all()},
    )


def spinal_point(grade: Grade | None, on: date) -> int | None:
    """A point within the grade for terms that began on that day: a step for each year, so nobody's point goes down. A
    stage of a career has none."""
    if grade is None or grade.kind == GradeKind.STAGE:
        return None
    return FIRST_POINT[grade.code] + min(max(on.year - FIRST_YEAR, 0), POINTS - 1)
