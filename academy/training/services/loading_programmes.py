"""Writing what a file says about programmes: courses in their order, employers and needs."""

from typing import Any

from academy.engines.reference.changes import Change
from academy.engines.reference.choices import Origin
from academy.engines.reference.writing import write
from academy.identity.models import Organisation
from academy.training.models import Programme, ProgrammeCourse
from academy.training.schema.offer import ProgrammePart
from academy.training.services.loading_courses import keep_joined, merged
from academy.training.services.loading_names import organisation_called, shipped_row


def load_programmes(organisation: Organisation, parts: list[ProgrammePart]) -> list[Change]:
    """Write the programmes of an organisation. Raises BadFile for an employer no file holds."""
    return [change for part in parts for change in _programme(organisation, part)]


def _programme(organisation: Organisation, part: ProgrammePart) -> list[Change]:
    row = shipped_row(Programme, organisation, part.code)
    if row is None:
        return []
    key = f"{organisation.slug}/{part.code}"
    said = part.model_dump(include={"title", "about", "aimed_at", "steering", "sponsor_title"})
    written = write(row, {**said, "origin": Origin.SHIPPED, "withdrawn_on": None})
    employers = {organisation_called(slug, by=key).pk for slug in part.employers}
    needs = set(organisation.needs.filter(code__in=part.needs).values_list("pk", flat=True))
    changed = {
        "employers": keep_joined(row.employers, employers),
        "needs": keep_joined(row.needs, needs),
        "courses": _keep_courses(row, part.courses),
    }
    return merged(written, tuple(name for name, is_changed in changed.items() if is_changed), key)


def _keep_courses(programme: Programme, codes: list[str]) -> bool:
    """Put the courses of these codes into the programme, in this order. Did anything change?"""
    rows: Any = programme.courses
    if list(rows.values_list("course__code", flat=True).order_by("order")) == codes:
        return False
    rows.all().delete()
    courses = {course.code: course for course in programme.organisation.courses.filter(code__in=codes)}
    ProgrammeCourse.objects.bulk_create(
        ProgrammeCourse(programme=programme, course=courses[code], order=order)
        for order, code in enumerate(codes, start=1)
    )
    return True
