"""What the page about an import shows, and its wrong rows as a table to work through."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from academy.engines.imports.choices import AT_ONCE, GOOD_SHOWN, MOST_SHOWN, ROWS_SHOWN
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
    effects: tuple[tuple[str, int], ...] = ()


def import_page(upload: Import) -> ImportPage:
    """The page; two queries beside the import's own, three where rows say what they will do, at most 50 wrong rows and
    5 good ones with 5 columns."""
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
        effects=_effects(upload) if kind.effect else (),
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


def effect_lines(upload: Import) -> Iterator[str]:
    """The good rows as CSV, streamed: row, what taking it in will do, and its cells as they were uploaded."""
    columns = kind_called(upload.kind).columns
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK
    yield str(writer.writerow(["row", "what it will do", *(column.label for column in columns)]))
    rows = ImportRow.objects.filter(upload=upload, is_good=True).order_by("number")
    for row in rows.iterator(AT_ONCE):
        cells = [str(row.number), row.effect, *(_cell(row, column) for column in columns)]
        yield str(writer.writerow(as_text(cell) for cell in cells))


def _effects(upload: Import) -> tuple[tuple[str, int], ...]:
    """What the good rows will do, most frequent first."""
    good = ImportRow.objects.filter(upload=upload, is_good=True).order_by().values_list("effect")
    counted = good.annotate(count=Count("pk"))
    return tuple(sorted(counted, key=lambda each: (-each[1], each[0])))


def _wrong_rows(upload: Import) -> QuerySet[ImportRow]:
    return ImportRow.objects.filter(upload=upload, is_good=False).order_by("number")


def _wrong(row: ImportRow, kind: ImportKind) -> WrongRow:
    labels = {column.name: column.label for column in kind.columns}
    return WrongRow(row.number, tuple((labels.get(name, ""), reason) for name, reason in row.faults))


def _cell(row: ImportRow, column: Column) -> str:
    return cell_of(column, row.cells)
