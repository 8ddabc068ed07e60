"""How somebody's record is written to take away: a CSV for spreadsheets and a JSON for programs. Pure.

The format is described in docs/cpd-record-format.md; whoever changes what a name means raises the version.
"""

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from academy.engines.imports.rules.cells import BYTE_ORDER_MARK, Echo, as_text

FORMAT = "academy-portal/cpd-record"
FORMAT_VERSION = 1
BETWEEN = "; "

# In this order; those up to `kept` are what an import reads again.
COLUMNS = (
    *("id", "kind", "title", "started_on", "ended_on", "way", "happened", "learnt", "impact", "hours", "standards"),
    *("kept", "withdrawn_on", "shared_with", "discussed_on", "used_in", "files"),
    "peer_reflections",
)


def csv_lines(entries: Iterable[Any]) -> Iterator[str]:
    """The lines of a CSV file in UTF-8 with a byte order mark, one row per entry; no cell is run as a formula."""
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK
    yield str(writer.writerow(COLUMNS))
    for entry in entries:
        yield str(writer.writerow(_cells(entry)))


def json_parts(entries: Iterable[Any], *, name: str, made_at: datetime) -> Iterator[str]:
    """The parts of one JSON document: format, version, whose, when, and every entry."""
    head = {"format": FORMAT, "version": FORMAT_VERSION, "name": name, "made_at": made_at.isoformat()}
    yield f'{json.dumps(head, ensure_ascii=False)[:-1]}, "entries": ['
    for number, entry in enumerate(entries):
        said = {field.name: _said(getattr(entry, field.name)) for field in fields(entry)}
        yield f"{',' if number else ''}\n{json.dumps(said, ensure_ascii=False)}"
    yield "\n]}\n"


def _cells(entry: Any) -> list[str]:
    own = {"kept": "yes" if entry.kept_at and not entry.withdrawn_at else "no", "withdrawn_on": entry.withdrawn_at}
    return [as_text(_cell(own.get(name) if name in own else getattr(entry, name))) for name in COLUMNS]


def _cell(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, tuple):
        return BETWEEN.join(value)
    said = _said(value)
    return "" if said is None else str(said)


def _said(value: Any) -> Any:
    """The value as JSON has it: dates and moments in ISO 8601, hours as a number written out, lists for several."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    return list(value) if isinstance(value, tuple) else value
