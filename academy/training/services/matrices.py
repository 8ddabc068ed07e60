"""Requirements matrices: loading those that come with the portal, and publishing an organisation's own."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from academy.engines.audit.commands import Refused, command
from academy.engines.facts.keys import COMPLETION, family_of, keyed
from academy.engines.facts.providers import provided
from academy.engines.reference.changes import Change
from academy.engines.reference.publishing.own import publish_own
from academy.engines.reference.reading import BadPlace, Misplaced
from academy.engines.reference.writing import checksum, refuse_published, withdraw, write
from academy.engines.requirements.cases import qualified
from academy.engines.requirements.kinds.course import CourseCompleted
from academy.identity.actor import Actor
from academy.identity.models import Organisation
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
    return write(row, {**_columns(file), "withdrawn_on": None}).change(file.key)


def withdraw_matrix(key: str, *, on: date) -> list[Change]:
    """End from that day the matrix of a file that was taken away."""
    slug, _, code = key.partition("/")
    rows = RequirementMatrix.objects.shipped().filter(organisation__slug=slug, code=code)
    return [Change("withdrawn", key) for _ in withdraw(rows, on=on)]


@command("training.matrix.publish")
def publish(*, organisation: Organisation, content: MatrixFile, by: Actor, at: datetime) -> RequirementMatrix:
    """Give an organisation its own matrix from a day on. It never changes afterwards: publish the next one.

    Refuses anybody but the organisation's academy lead, a code used before, a first day another one begins on, and
    courses, jobs, teams and grades nobody has.
    """
    matrix = RequirementMatrix(organisation=organisation, code=content.code)
    publish_own(matrix, _columns(content), permission="training.policy.publish", by=by, at=at)
    unknown = unknown_in(content)
    if unknown:
        raise Refused("; ".join(said for _, said in unknown))
    return matrix


def unknown_in(file: MatrixFile) -> list[Misplaced]:
    """Courses, jobs, teams, grades and facts a matrix names that nobody has, with where they stand."""
    return [*_unknown_courses(file), *_unknown_places(file), *_unknown_facts(file)]


def _refuse_unknown(file: MatrixFile) -> None:
    found = unknown_in(file)
    if found:
        raise BadPlace(found)


def _columns(file: MatrixFile) -> dict[str, Any]:
    return {
        "valid_from": file.valid_from,
        "valid_to": file.valid_to,
        "content": file.content,
        "checksum": checksum(file),
    }


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
