"""Requirements matrices in force, with the codes in them found: as rules and the engine read them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from academy.identity.models import Organisation
from academy.people.models import Grade, JobRole, Team
from academy.training.models import Course, RequirementMatrix
from academy.training.rules.audience import AudienceLine
from academy.training.rules.gaps import Matrix, Required
from academy.training.schema.course import AudiencePart
from academy.training.schema.matrix import MatrixContent


@dataclass(frozen=True)
class Codes:
    """What codes in audiences stand for; teams and grades under the slug of their organisation."""

    organisations: dict[str, int]
    job_roles: dict[str, int]
    teams: dict[tuple[str, str], int]
    grades: dict[tuple[str, str], int]

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


def codes_of(parts: Iterable[AudiencePart], *, homes: Collection[str]) -> Codes:
    """What the codes in these audiences stand for; four queries."""
    asked = list(parts)
    slugs = {*homes, *(part.organisation for part in asked if part.organisation)}
    teams = Team.objects.filter(service__organisation__slug__in=slugs)
    grades = Grade.objects.filter(organisation__slug__in=slugs)
    jobs = JobRole.objects.filter(code__in={part.job_role for part in asked if part.job_role})
    named = teams.values_list("pk", "service__organisation__slug", "service__code", "code")
    return Codes(
        organisations=dict(Organisation.objects.filter(slug__in=slugs).values_list("slug", "pk")),
        job_roles=dict(jobs.values_list("code", "pk")),
        teams={(slug, f"{service}/{code}"): pk for pk, slug, service, code in named},
        grades={(slug, code): pk for pk, slug, code in grades.values_list("pk", "organisation__slug", "code")},
    )


def courses_called(codes: Collection[str]) -> dict[str, Course]:
    """The courses `organisation/code` names, those that are there; one query."""
    rows = Course.objects.filter(code__in={code.partition("/")[2] for code in codes}).select_related("organisation")
    called = {f"{row.organisation.slug}/{row.code}": row for row in rows}
    return {code: row for code, row in called.items() if code in codes}


def matrices_for(organisation_ids: Collection[int], *, on: date) -> list[Matrix]:
    """What each of these organisations requires on the day, the newest edition of each; five queries, one if none."""
    rows = RequirementMatrix.objects.in_force(on).filter(organisation_id__in=organisation_ids)
    newest = {row.organisation: row for row in rows.select_related("organisation").order_by("valid_from", "pk")}
    contents = {organisation: MatrixContent.model_validate(row.content) for organisation, row in newest.items()}
    if not contents:
        return []
    parts = [part for content in contents.values() for line in content.lines for part in line.audiences]
    codes = codes_of(parts, homes={organisation.slug for organisation in contents})
    return [_matrix(organisation, content, codes) for organisation, content in contents.items()]


def _matrix(organisation: Organisation, content: MatrixContent, codes: Codes) -> Matrix:
    found = [[codes.line(part, home=organisation.slug) for part in line.audiences] for line in content.lines]
    return Matrix(
        home=organisation.slug,
        soon_days=content.soon_days,
        lines=tuple(
            Required(line.code, line.source, tuple(each for each in audience if each is not None), line.requires)
            for line, audience in zip(content.lines, found, strict=True)
        ),
    )
