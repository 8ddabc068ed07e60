"""Writing what a file says about programmes: courses in their order, employers and needs."""

from collections.abc import Sequence

from academy.engines.reference.changes import Change
from academy.engines.reference.choices import Origin
from academy.engines.reference.writing import write
from academy.identity.models import Organisation
from academy.training.models import Programme
from academy.training.schema.offer import ProgrammePart
from academy.training.services.loading_courses import keep_joined, keep_parts, merged
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
        "courses": keep_order(row, _ids(organisation, part.courses)),
    }
    return merged(written, tuple(name for name, is_changed in changed.items() if is_changed), key)


def _ids(organisation: Organisation, codes: list[str]) -> list[int]:
    """The courses of these codes in their order; the file's own check has seen that they are there."""
    known = dict(organisation.courses.filter(code__in=codes).values_list("code", "pk"))
    return [known[code] for code in codes]


def keep_order(programme: Programme, course_ids: Sequence[int]) -> bool:
    """Put these courses into the programme, in this order. Did anything change? Part of the act of loading, or of an
    academy's change."""
    wanted = [{"course_id": course_id, "order": order} for order, course_id in enumerate(course_ids, start=1)]
    return keep_parts(programme.courses.all(), wanted, programme=programme)
