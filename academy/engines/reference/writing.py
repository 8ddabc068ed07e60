"""Writing rows of reference data by their natural keys, with a diff of what changed."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db import models
from pydantic import BaseModel

from academy.engines.reference.changes import Change, Verb
from academy.engines.reference.models.version import Version
from academy.engines.reference.reading import BadFile

Row = TypeVar("Row", bound=models.Model)
Values = Mapping[str, Any]

_OUT_OF_THE_WAY = 10_000


def checksum(part: BaseModel) -> str:
    """SHA-256 over what the part says, in canonical form: the same for the same content, however it is laid out."""
    said = json.dumps(part.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def refuse_published(version: Version, *, key: str) -> None:
    """A version given out by a person never changes: BadFile says how the file may go on."""
    if version.is_published:
        raise BadFile([f"{key} was published by a person and cannot be changed. Give the file's version another code."])


@dataclass(frozen=True)
class Written:
    """A row and what became of it; `verb` is None when it stood as it should."""

    row: Any
    verb: Verb | None
    fields: tuple[str, ...] = ()

    def change(self, key: str) -> list[Change]:
        return [Change(self.verb, key, self.fields)] if self.verb else []


def write(row: models.Model, values: Values) -> Written:
    """Make a row say `values`; save only what differs. A row not saved yet is added."""
    is_new = row.pk is None
    differing = tuple(name for name, value in values.items() if is_new or getattr(row, name) != value)
    was_withdrawn = getattr(row, "withdrawn_on", None) is not None
    for name in differing:
        setattr(row, name, values[name])
    if is_new:
        row.save(force_insert=True)
        return Written(row, "added")
    if not differing:
        return Written(row, None)
    row.save(update_fields=differing)
    returned = was_withdrawn and "withdrawn_on" in differing
    return Written(row, "returned" if returned else "changed", () if returned else differing)


def make_room(rows: models.QuerySet[Row], *, key: str, rank: str, wanted: Sequence[str]) -> None:
    """Move the rows whose place changes out of the way, so that each can then be written to its own: two rows swap
    without ever holding the same one. `wanted` are the keys in their new order, the first at place 1. What is withdrawn
    stays where it was: its place may be another's."""
    places = {name: place for place, name in enumerate(wanted, start=1)}
    present = rows.filter(withdrawn_on__isnull=True)
    moving = [row.pk for row in present if getattr(row, rank) != places.get(getattr(row, key))]
    rows.filter(pk__in=moving).update(**{rank: models.F(rank) + _OUT_OF_THE_WAY})


def withdraw(rows: models.QuerySet[Row], *, on: date) -> list[Row]:
    """End rows from a day on, those that have not ended before; returns them."""
    ended = list(rows.filter(withdrawn_on__isnull=True))
    rows.filter(pk__in=[row.pk for row in ended]).update(withdrawn_on=on)
    return ended
