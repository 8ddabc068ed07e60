"""What the page about an import shows, and its wrong rows as a table to work through."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from academy.engines.imports.choices import GOOD_SHOWN, MOST_SHOWN, ROWS_SHOWN
from academy.engines.imports.declarations import ImportKind, kind_called
from academy.engines.imports.models import Import, ImportRow
from academy.engines.imports.rules.cells import BYTE_ORDER_MARK, Echo, as_text
from academy.engines.imports.rules.rows import Column, cell_of
from academy.ui.states import State


@dataclass(frozen=True)
class WrongRow:
    """A row that cannot be taken in: its number in the spreadsheet, and what to do about each cell."""

    number: int
    faults: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ImportPage:
    """How an import stands. `good` are the first good rows as they would be taken in, each cell with its heading."""

    upload: Import
    kind: ImportKind
    state: State
    wrong: tuple[WrongRow, ...]
    headings: tuple[str, ...]
    good: tuple[tuple[tuple[str, str], ...], ...]


def import_page(upload: Import) -> ImportPage:
    """The page; two queries beside the import's own, at most 50 wrong rows and 5 good ones with 5 columns."""
    kind = kind_called(upload.kind)
    found = list(ImportRow.objects.filter(upload=upload, is_good=True)[:GOOD_SHOWN])
    used = [column for column in kind.columns if any(_cell(row, column) for row in found)][:GOOD_SHOWN]
    return ImportPage(
        upload=upload,
        kind=kind,
        state=upload.standing.state,
        wrong=tuple(_wrong(row, kind) for row in _wrong_rows(upload)[:ROWS_SHOWN]),
        headings=tuple(column.label for column in used),
        good=tuple(tuple((column.label, _cell(row, column)[:MOST_SHOWN]) for column in used) for row in found),
    )


def fault_lines(upload: Import) -> Iterator[str]:
    """The wrong rows as CSV, streamed: row, column, what is there, what to do."""
    columns = {column.name: column for column in kind_called(upload.kind).columns}
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK
    yield str(writer.writerow(["row", "column", "what is there", "what to do"]))
    for row in _wrong_rows(upload).iterator(ROWS_SHOWN):
        for name, reason in row.faults:
            column = columns.get(name)
            said = [column.label, _cell(row, column)] if column else ["", ""]
            yield str(writer.writerow(as_text(cell) for cell in [str(row.number), *said, reason]))


def _wrong_rows(upload: Import) -> QuerySet[ImportRow]:
    return ImportRow.objects.filter(upload=upload, is_good=False).order_by("number")


def _wrong(row: ImportRow, kind: ImportKind) -> WrongRow:
    labels = {column.name: column.label for column in kind.columns}
    return WrongRow(row.number, tuple((labels.get(name, ""), reason) for name, reason in row.faults))


def _cell(row: ImportRow, column: Column) -> str:
    return cell_of(column, row.cells)
