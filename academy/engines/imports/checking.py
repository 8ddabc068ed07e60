"""The job that checks an uploaded table. Begun again after a kill it finds the rows it wrote, and writes the rest."""

from academy.engines.imports.choices import AT_ONCE
from academy.engines.imports.declarations import ImportKind, kind_called
from academy.engines.imports.models import Import, ImportRow
from academy.engines.imports.owners import owner_of
from academy.engines.imports.rules.rows import missing_columns, parsed, unused_headings
from academy.engines.imports.rules.tables import Line, Table, Unreadable, read_table
from academy.engines.imports.services.imports import CHECK
from academy.engines.jobs.declarations import JobKind, declare
from academy.engines.jobs.models import Job
from academy.engines.jobs.progress import Progress


def check(job: Job, progress: Progress) -> None:
    """Read and judge every row. The same content gives the same rows, however often it is read.

    Bookkeeping of the upload, no act of anybody's: nothing is taken in here.
    """
    held = Import.objects.get(pk=job.arguments["import"])
    if held.checked_at is not None:
        return
    kind = kind_called(held.kind)
    try:
        table = read_table(bytes(held.content))
        _refuse_missing(kind, table)
    except Unreadable as unreadable:
        _end(held, progress, reason=unreadable.reason[:300])
        return
    judge = kind.checker(owner_of(job, progress))
    good = 0
    for begin in range(0, len(table.lines), AT_ONCE):
        progress.tell(100 * begin // len(table.lines), f"Row {begin + 1:,} of {len(table.lines):,}")
        rows = []
        for line in table.lines[begin : begin + AT_ONCE]:
            values, faults = parsed(kind.columns, line.cells)
            faults = faults or judge(values)
            row = _row(held, line, [[fault.column, fault.reason] for fault in faults])
            row.effect = kind.effect(judge, values) if kind.effect and row.is_good else ""
            rows.append(row)
        ImportRow.objects.bulk_create(rows, ignore_conflicts=True)
        good += sum(row.is_good for row in rows)
    _end(held, progress, encoding=table.encoding, unused=_unused(kind, table), rows=len(table.lines), good=good)


def _row(held: Import, line: Line, faults: list[list[str]]) -> ImportRow:
    return ImportRow(upload=held, number=line.number, cells=line.cells, faults=faults, is_good=not faults)


def _refuse_missing(kind: ImportKind, table: Table) -> None:
    missing = missing_columns(kind.columns, table.headings)
    if missing:
        names = ", ".join(f"“{name}”" for name in missing)
        raise Unreadable(f"The first row has to name the columns. Missing: {names}.")


def _unused(kind: ImportKind, table: Table) -> str:
    return ", ".join(unused_headings(kind.columns, table.headings))[:500]


def _end(held: Import, progress: Progress, **found: object) -> None:
    """What the check found; the bytes are not needed any more. The first of two workers that end counts."""
    values = {"content": b"", "checked_at": progress.clock(), **found}
    Import.objects.filter(pk=held.pk, checked_at__isnull=True).update(**values)


declare(JobKind(CHECK, "Checking your file", run=check))
