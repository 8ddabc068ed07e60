"""What the codes in a requirements matrix stand for: organisations, jobs, teams, grades and courses, in one query."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, QuerySet, Value

from academy.engines.facts.keys import COMPLETION, keyed
from academy.engines.requirements.cases import Wording
from academy.identity.models import Organisation
from academy.people.models import Grade, JobRole, Team
from academy.training.models import Course
from academy.training.rules.audience import AudienceLine
from academy.training.schema.course import AudiencePart

ORGANISATION, JOB, TEAM, GRADE, COURSE = "organisation", "job", "team", "grade", "course"
NO_WORDS = Value("", CharField())


@dataclass
class Codes:
    """Ids by code, teams and grades under the slug of their organisation; and courses in words, by their fact's key."""

    organisations: dict[str, int] = field(default_factory=dict)
    job_roles: dict[str, int] = field(default_factory=dict)
    teams: dict[tuple[str, str], int] = field(default_factory=dict)
    grades: dict[tuple[str, str], int] = field(default_factory=dict)
    courses: dict[str, Wording] = field(default_factory=dict)

    def line(self, part: AudiencePart, *, home: str) -> AudienceLine | None:
        """An audience with ids for its codes; None where a code is nobody's, so that it takes in nobody."""
        slug = part.organisation or home
        organisation_id = self.organisations.get(slug)
        job_role_id = self.job_roles.get(part.job_role or "")
        team_id = self.teams.get((slug, part.team or ""))
        grade_id = self.grades.get((slug, part.grade or ""))
        asked = ((part.job_role, job_role_id), (part.team, team_id), (part.grade, grade_id))
        if organisation_id is None or any(code and found is None for code, found in asked):
            return None
        return AudienceLine(
            organisation_id=organisation_id,
            who=part.who,
            service_kind=part.service_kind.value if part.service_kind else "",
            profession=part.profession.value if part.profession else "",
            job_role_id=job_role_id,
            team_id=team_id,
            grade_id=grade_id,
        )


def codes_of(parts: Iterable[AudiencePart], *, homes: Collection[str], courses: Collection[str] = ()) -> Codes:
    """What the codes in these audiences and these `organisation/code` of courses stand for; one query."""
    found = Codes()
    for kind, pk, slug, code, title in _rows(list(parts), homes=homes, courses=courses):
        if kind == ORGANISATION:
            found.organisations[slug] = pk
        elif kind == JOB:
            found.job_roles[code] = pk
        elif kind == TEAM:
            found.teams[slug, f"{title}/{code}"] = pk
        elif kind == GRADE:
            found.grades[slug, code] = pk
        elif f"{slug}/{code}" in courses:
            found.courses[keyed(COMPLETION, f"{slug}/{code}")] = Wording(title, Course(pk=pk).get_absolute_url())
    return found


def _rows(parts: list[AudiencePart], *, homes: Collection[str], courses: Collection[str]) -> QuerySet[Any]:
    """Kind, id, slug of the organisation, code, and title; for a team the code of its service in its place."""
    slugs = {*homes, *(part.organisation for part in parts if part.organisation)}
    jobs = JobRole.objects.filter(code__in={part.job_role for part in parts if part.job_role})
    teams = Team.objects.filter(
        service__organisation__slug__in=slugs, code__in={_last(part.team) for part in parts if part.team}
    )
    grades = Grade.objects.filter(organisation__slug__in=slugs, code__in={part.grade for part in parts if part.grade})
    taught = Course.objects.filter(code__in={_last(course) for course in courses})
    rows = (
        jobs.values_list(Value(JOB, CharField()), "pk", NO_WORDS, "code", NO_WORDS),
        teams.values_list(Value(TEAM, CharField()), "pk", "service__organisation__slug", "code", "service__code"),
        grades.values_list(Value(GRADE, CharField()), "pk", "organisation__slug", "code", NO_WORDS),
        taught.values_list(Value(COURSE, CharField()), "pk", "organisation__slug", "code", "title"),
    )
    homes_too = Organisation.objects.filter(slug__in=slugs)
    first = homes_too.values_list(Value(ORGANISATION, CharField()), "pk", "slug", NO_WORDS, NO_WORDS)
    return first.order_by().union(*(part.order_by() for part in rows), all=True)


def _last(code: str) -> str:
    """The code alone of `organisation/code` or `service/code`."""
    return code.rpartition("/")[2]
