"""Induction programmes: loading those that come with the portal, and publishing an organisation's own. What was ticked
stays, whatever is said later."""

from datetime import date, datetime
from typing import Any

from academy.development.models import InductionItem, InductionProgramme
from academy.development.schema.inductions import ItemPart, ProgrammeFile
from academy.engines.audit.commands import Refused, command
from academy.engines.reference.changes import Change
from academy.engines.reference.publishing.own import publish_own
from academy.engines.reference.reading import BadFile, Misplaced
from academy.engines.reference.services.policies import EVERYBODY, organisation_of
from academy.engines.reference.writing import checksum, make_room, refuse_published, withdraw, write
from academy.identity.actor import Actor
from academy.identity.models import Organisation
from academy.people.models import JobRole


def load_programme(file: ProgrammeFile, *, on: date) -> list[Change]:
    """Write one edition and its items, each found by its code; an item the file names no more is withdrawn.

    Raises BadFile for an edition a person published, an unknown organisation and unknown jobs.
    """
    organisation = organisation_of(file)
    unknown = unknown_jobs(file)
    if unknown:
        raise BadFile([f"{file.key}: {said}." for _, said in unknown])
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


@command("development.induction_programme.publish")
def publish_programme(
    *, organisation: Organisation, content: ProgrammeFile, by: Actor, at: datetime
) -> InductionProgramme:
    """Give an organisation its own programme, or the next edition of one, from a day on. Inductions that have begun
    keep the edition they began under.

    Refuses anybody but the organisation's academy lead, a first day another edition begins on, and unknown jobs.
    """
    programme = InductionProgramme(organisation=organisation, code=content.code)
    columns = {**_columns(content), "valid_from": content.valid_from}
    publish_own(programme, columns, permission="development.policy.publish", by=by, at=at)
    if unknown_jobs(content):
        raise Refused("; ".join(said for _, said in unknown_jobs(content)))
    _write_items(programme, content.items, key=content.key, on=by.on)
    return programme


def said_by_programme(programme: InductionProgramme) -> dict[str, Any]:
    """What an edition says in the words of its file, without the head. One query."""
    names = ("title", "months", "absence_over_days", "job_roles", "components")
    items = programme.items.filter(withdrawn_on__isnull=True)
    said = [{name: getattr(item, name) for name in ItemPart.model_fields} for item in items]
    return {
        **{name: getattr(programme, name) for name in names},
        "items": [{name: value for name, value in item.items() if value not in ("", None)} for item in said],
    }


def unknown_jobs(file: ProgrammeFile) -> list[Misplaced]:
    """Codes of jobs nobody has, with where they stand."""
    known = set(JobRole.objects.filter(code__in=file.job_roles).values_list("code", flat=True))
    return [
        (("job_roles", number), f"there is no job {code}. Name one that a file holds")
        for number, code in enumerate(file.job_roles)
        if code not in known
    ]


def _columns(file: ProgrammeFile) -> dict[str, Any]:
    said = file.model_dump(include={"title", "valid_to", "months", "absence_over_days", "job_roles", "components"})
    return {**said, "checksum": checksum(file)}
