"""Loading the induction programmes that come with the portal. What was ticked stays, whatever a file says later."""

from datetime import date
from typing import Any

from academy.development.models import InductionItem, InductionProgramme
from academy.development.schema.inductions import ItemPart, ProgrammeFile
from academy.engines.reference.changes import Change
from academy.engines.reference.reading import BadFile
from academy.engines.reference.services.policies import EVERYBODY, organisation_of
from academy.engines.reference.writing import checksum, make_room, refuse_published, withdraw, write
from academy.people.models import JobRole


def load_programme(file: ProgrammeFile, *, on: date) -> list[Change]:
    """Write one edition and its items, each found by its code; an item the file names no more is withdrawn.

    Raises BadFile for an edition a person published, an unknown organisation and unknown jobs.
    """
    organisation = organisation_of(file)
    _refuse_unknown_jobs(file)
    key = {"organisation": organisation, "code": file.code, "valid_from": file.valid_from}
    row = InductionProgramme.objects.filter(**key).first() or InductionProgramme(**key)
    refuse_published(row, key=file.key)
    written = write(row, {**_columns(file), "withdrawn_on": None})
    return [*written.change(file.key), *_write_items(row, file.items, key=file.key, on=on)]


def withdraw_programme(key: str, *, on: date) -> list[Change]:
    """End from that day the edition of a file that was taken away. Inductions that began under it go on."""
    slug, code, valid_from = key.split("/")
    shipped = InductionProgramme.objects.shipped().filter(code=code, valid_from=valid_from)
    own = shipped.filter(organisation=None) if slug == EVERYBODY else shipped.filter(organisation__slug=slug)
    return [Change("withdrawn", key) for _ in withdraw(own, on=on)]


def _write_items(programme: InductionProgramme, parts: list[ItemPart], *, key: str, on: date) -> list[Change]:
    held = InductionItem.objects.filter(programme=programme)
    codes = [part.code for part in parts]
    gone = withdraw(held.exclude(code__in=codes), on=on)
    changes = [Change("withdrawn", f"{key}/{item.code}") for item in gone]
    make_room(held, key="code", rank="order", wanted=codes)
    there = {item.code: item for item in held}
    for order, part in enumerate(parts, start=1):
        row = there.get(part.code) or InductionItem(programme=programme, code=part.code)
        values: dict[str, Any] = {**part.model_dump(exclude={"code", "kind"}), "kind": part.kind.value}
        changes += write(row, {**values, "order": order, "withdrawn_on": None}).change(f"{key}/{part.code}")
    return changes


def _refuse_unknown_jobs(file: ProgrammeFile) -> None:
    known = JobRole.objects.filter(code__in=file.job_roles).values_list("code", flat=True)
    unknown = sorted(set(file.job_roles) - set(known))
    if unknown:
        raise BadFile([f"{file.key}: there are no jobs {', '.join(unknown)}. Name those that a file holds."])


def _columns(file: ProgrammeFile) -> dict[str, Any]:
    said = file.model_dump(include={"title", "valid_to", "months", "absence_over_days", "job_roles", "components"})
    return {**said, "checksum": checksum(file)}
