"""Writing what files say about job roles and grades: part of the reference engine's act, which audits it."""

from datetime import date
from typing import Any

from academy.engines.reference.changes import Change
from academy.engines.reference.reading import BadFile
from academy.engines.reference.writing import make_room, withdraw, write
from academy.identity.models import Organisation
from academy.people.models import Grade, GradeLevel, JobRole
from academy.people.schema.places import GradePart, GradesFile, JobRolesFile


def load_job_roles(file: JobRolesFile, *, on: date) -> list[Change]:
    """Write the job roles; those the file holds no longer are not chosen from `on`."""
    changes: list[Change] = []
    for part in file.job_roles:
        row = JobRole.objects.filter(code=part.code).first() or JobRole(code=part.code)
        values = {**part.model_dump(exclude={"code"}), "withdrawn_on": None}
        changes += write(row, values).change(part.code)
    gone = JobRole.objects.exclude(code__in=[part.code for part in file.job_roles])
    return changes + [Change("withdrawn", row.code) for row in withdraw(gone, on=on)]


def withdraw_job_roles(name: str, *, on: date) -> list[Change]:
    """Let none of the job roles be chosen any more: their file was taken away."""
    return [Change("withdrawn", row.code) for row in withdraw(JobRole.objects.all(), on=on)]


def load_grades(file: GradesFile, *, on: date) -> list[Change]:
    """Write the ladder of one organisation, lowest first; grades and levels the file holds no longer are not given from
    `on`. Raises BadFile for an organisation no file holds."""
    organisation = Organisation.objects.filter(slug=file.organisation).first()
    if organisation is None:
        raise BadFile([f"{file.organisation}: no file holds this organisation. Write its file first."])
    rows = Grade.objects.filter(organisation=organisation)
    codes = [part.code for part in file.grades]
    gone = withdraw(rows.exclude(code__in=codes), on=on)
    changes = [Change("withdrawn", f"{organisation.slug}/{row.code}") for row in gone]
    make_room(rows, key="code", rank="rank", wanted=codes)
    for rank, part in enumerate(file.grades, start=1):
        row = rows.filter(code=part.code).first() or Grade(organisation=organisation, code=part.code)
        changes += _grade(row, part, place={"rank": rank, "kind": file.kind}, on=on)
    return changes


def withdraw_grades(slug: str, *, on: date) -> list[Change]:
    """Let none of an organisation's grades be given any more: its file was taken away."""
    rows = Grade.objects.filter(organisation__slug=slug)
    return [Change("withdrawn", f"{slug}/{row.code}") for row in withdraw(rows, on=on)]


def _grade(row: Grade, part: GradePart, *, place: dict[str, Any], on: date) -> list[Change]:
    key = f"{row.organisation.slug}/{part.code}"
    values = {**part.model_dump(exclude={"code", "levels"}), **place, "withdrawn_on": None}
    changes = write(row, values).change(key)
    levels = GradeLevel.objects.filter(grade=row)
    codes = [level.code for level in part.levels]
    gone = withdraw(levels.exclude(code__in=codes), on=on)
    changes += [Change("withdrawn", f"{key}/{level.code}") for level in gone]
    make_room(levels, key="code", rank="rank", wanted=codes)
    for rank, level in enumerate(part.levels, start=1):
        found = levels.filter(code=level.code).first() or GradeLevel(grade=row, code=level.code)
        changes += write(found, {"title": level.title, "rank": rank, "withdrawn_on": None}).change(
            f"{key}/{level.code}"
        )
    return changes
