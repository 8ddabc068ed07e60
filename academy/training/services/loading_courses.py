"""Writing what a file says about courses, with everything that belongs to one."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model, QuerySet

from academy.engines.reference.changes import Change
from academy.engines.reference.choices import Origin
from academy.engines.reference.writing import Written, write
from academy.identity.models import Organisation
from academy.training.models import Course
from academy.training.schema.course import AudiencePart, CoursePart
from academy.training.services.loading_names import (
    grade_id,
    job_role_id,
    level_id,
    organisation_called,
    shipped_row,
    statement_ids,
    team_id,
)

# What stands in a column of its own, under the name the file gives it.
AS_IT_STANDS = {
    "title",
    "kind",
    "summary",
    "aims",
    "group",
    "promise",
    "basis",
    "basis_note",
    "priorities",
    "days",
    "provider",
    "is_external",
    "url",
    "cancellation",
    "outcome",
    "valid_months",
    "counts_in_asye",
    "is_public",
}


def load_courses(organisation: Organisation, parts: list[CoursePart]) -> list[Change]:
    """Write the courses of an organisation, all rows before what joins them: a course may name a later one."""
    written = {part.code: _row(organisation, part) for part in parts}
    changes: list[Change] = []
    for part in parts:
        of_row = written[part.code]
        if of_row is not None:
            changes += merged(of_row, _belongings(of_row.row, part, organisation), f"{organisation.slug}/{part.code}")
    return changes


def _row(organisation: Organisation, part: CoursePart) -> Written | None:
    row = shipped_row(Course, organisation, part.code)
    if row is None:
        return None
    key = f"{organisation.slug}/{part.code}"
    return write(
        row,
        {
            **part.model_dump(include=AS_IT_STANDS),
            "level_id": level_id(part.level, by=key),
            "platform_id": _own_id(organisation.platforms, part.platform),
            "subscription_id": _own_id(organisation.subscriptions, part.subscription),
            "credits": part.accreditation.credits,
            "credit_level": part.accreditation.level,
            "accreditation": part.accreditation.standing,
            "accredited_by": part.accreditation.by,
            "origin": Origin.SHIPPED,
            "withdrawn_on": None,
        },
    )


def _belongings(course: Course, part: CoursePart, organisation: Organisation) -> tuple[str, ...]:
    """Bring what belongs to a course in line with the file; the names of what changed."""
    key = f"{organisation.slug}/{part.code}"
    audiences = [_audience(each, organisation, key=key) for each in part.audiences]
    costs = [{"kind": each.kind.value, "pounds": each.pounds} for each in part.costs]
    before = organisation.courses.filter(code__in=part.prerequisites)
    principles = [{"principle": code.value, "how": how} for code, how in part.principles.items()]
    changed = {
        "audiences": keep_parts(course.audiences.all(), audiences, course=course),
        "costs": keep_parts(course.costs.all(), costs, course=course),
        "prerequisites": keep_parts(
            course.prerequisites.all(), [{"before_id": each.pk} for each in before], course=course
        ),
        "principles": keep_parts(course.principles.all(), principles, course=course),
        "themes": keep_joined(course.themes, _own_ids(organisation.focus_themes, part.themes)),
        "needs": keep_joined(course.needs, _own_ids(organisation.needs, part.needs)),
        "statements": keep_joined(course.statements, statement_ids(part.statements, by=key)),
    }
    return tuple(name for name, is_changed in changed.items() if is_changed)


def keep_parts(rows: QuerySet[Any], wanted: Sequence[dict[str, Any]], **owner: Model) -> bool:
    """Make the rows that are part of `owner` say what is wanted, no more and no less. Did anything change? Part of the
    act of loading, or of an academy's change."""
    missing, surplus = list(wanted), []
    for row in rows:
        same = next((each for each in missing if all(getattr(row, name) == each[name] for name in each)), None)
        if same is None:
            surplus.append(row)
        else:
            missing.remove(same)
    _exchange(surplus, [rows.model(**owner, **each) for each in missing], among=rows.model._default_manager)
    return bool(surplus or missing)


def _exchange(surplus: Sequence[Model], missing: Sequence[Model], *, among: Any) -> None:
    for row in surplus:
        row.delete()
    among.bulk_create(missing)


def keep_joined(joined: Any, wanted: set[int]) -> bool:
    """Join exactly the wanted rows. Did anything change?"""
    if set(joined.values_list("pk", flat=True)) == wanted:
        return False
    joined.set(wanted)
    return True


def _audience(part: AudiencePart, own: Organisation, *, key: str) -> dict[str, Any]:
    organisation = organisation_called(part.organisation, by=key) if part.organisation else own
    return {
        "organisation_id": organisation.pk,
        "who": part.who.value,
        "service_kind": part.service_kind.value if part.service_kind else "",
        "profession": part.profession.value if part.profession else "",
        "job_role_id": job_role_id(part.job_role, by=key),
        "team_id": team_id(part.team, organisation, by=key),
        "grade_id": grade_id(part.grade, organisation, by=key),
    }


def _own_id(rows: Any, code: str | None) -> int | None:
    """The row of this code; the file's own check has seen that there is one."""
    found: int | None = rows.filter(code=code).values_list("pk", flat=True).first() if code else None
    return found


def _own_ids(rows: Any, codes: list[str]) -> set[int]:
    return set(rows.filter(code__in=codes).values_list("pk", flat=True))


def merged(written: Written, joined: tuple[str, ...], key: str) -> list[Change]:
    """What became of a row and of what belongs to it, as one line."""
    if written.verb is None and joined:
        return [Change("changed", key, joined)]
    if written.verb == "changed":
        return [Change("changed", key, (*written.fields, *joined))]
    return written.change(key)
