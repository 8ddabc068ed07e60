"""What may be taken in from a table: one's own entries."""

from academy.development.rules.entry_rows import COLUMNS
from academy.development.services.entry_rows import add_all, checker
from academy.engines.imports.declarations import Batch, ImportKind, Outcome, declare


def _commit(batch: Batch) -> Outcome:
    return add_all(batch=batch, by=batch.by, at=batch.at)


ENTRIES = ImportKind(
    name="development.entries",
    title="Your entries from a table",
    columns=COLUMNS,
    checker=checker,
    commit_rows=_commit,
    permission="development.entry.start",
    done_url_name="development:year",
)

declare(ENTRIES)
