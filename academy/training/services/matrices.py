"""Loading the requirements matrices that come with the portal. Who publishes her own does it when waivers come."""

from collections.abc import Iterator
from datetime import date

from academy.engines.facts.keys import COMPLETION, family_of, keyed
from academy.engines.facts.providers import provided
from academy.engines.reference.changes import Change
from academy.engines.reference.reading import BadPlace, Misplaced
from academy.engines.reference.writing import checksum, refuse_published, withdraw, write
from academy.engines.requirements.cases import qualified
from academy.engines.requirements.kinds.course import CourseCompleted
from academy.training.models import RequirementMatrix
from academy.training.schema.matrix import MatrixFile
from academy.training.selectors.codes import codes_of
from academy.training.services.loading_names import organisation_called


def load_matrix(file: MatrixFile, *, on: date) -> list[Change]:
    """Write a matrix that comes with the portal.

    Raises BadFile for one a person published and an unknown organisation, BadPlace for courses, jobs, teams and grades
    nobody has.
    """
    organisation = organisation_called(file.organisation, by=file.key)
    _refuse_unknown(file)
    row = RequirementMatrix.objects.filter(organisation=organisation, code=file.code).first()
    row = row or RequirementMatrix(organisation=organisation, code=file.code)
    refuse_published(row, key=file.key)
    values = {
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "content": file.content,
        "checksum": checksum(file),
        "withdrawn_on": None,
    }
    return write(row, values).change(file.key)


def withdraw_matrix(key: str, *, on: date) -> list[Change]:
    """End from that day the matrix of a file that was taken away."""
    slug, _, code = key.partition("/")
    rows = RequirementMatrix.objects.shipped().filter(organisation__slug=slug, code=code)
    return [Change("withdrawn", key) for _ in withdraw(rows, on=on)]


def _refuse_unknown(file: MatrixFile) -> None:
    found = [*_unknown_courses(file), *_unknown_places(file), *_unknown_facts(file)]
    if found:
        raise BadPlace(found)


def _unknown_courses(file: MatrixFile) -> Iterator[Misplaced]:
    asked = [
        (number, qualified(kind.code, home=file.organisation))
        for number, line in enumerate(file.lines)
        for kind in line.requires.kinds()
        if isinstance(kind, CourseCompleted)
    ]
    known = codes_of([], homes=[], courses={code for _, code in asked}).courses
    for number, code in asked:
        if keyed(COMPLETION, code) not in known:
            yield ("lines", number, "requires"), f"there is no course {code}. Name one that the offer holds"


def _unknown_places(file: MatrixFile) -> Iterator[Misplaced]:
    parts = [part for line in file.lines for part in line.audiences]
    codes = codes_of(parts, homes=[file.organisation])
    for number, line in enumerate(file.lines):
        for place, part in enumerate(line.audiences):
            if codes.line(part, home=file.organisation) is None:
                says = "it names an organisation, job, team or grade that no file holds. Teams are service/team"
                yield ("lines", number, "audiences", place), says


def _unknown_facts(file: MatrixFile) -> Iterator[Misplaced]:
    """What no app tells of anybody yet cannot be required."""
    for number, line in enumerate(file.lines):
        families = {family_of(key) for key in line.requires.keys(file.organisation)}
        for family in sorted(families.difference(provided())):
            says = f"nothing is known of {family}. What is known of: {', '.join(provided())}"
            yield ("lines", number, "requires"), says
