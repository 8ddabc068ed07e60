"""What a copy of an entry would hold, and what its statements are called."""

from dataclasses import dataclass
from typing import Any

from academy.development.models import Entry
from academy.development.rules.copies import CitedFile, CitedStatement, Copy, copy_of
from academy.engines.files.models import StoredFile


@dataclass(frozen=True)
class Beside:
    """What stands beside the words of an entry: its statements, loaded with their framework, and its files."""

    statements: tuple[Any, ...]
    files: tuple[StoredFile, ...]


def beside(entry: Entry) -> Beside:
    """Statements and files of an entry; two queries."""
    return Beside(
        tuple(entry.statements.select_related("version__framework")),
        tuple(attached.file for attached in entry.files.select_related("file")),
    )


def present_copy(entry: Entry, held: Beside) -> Copy:
    """What a version of the entry would hold now."""
    return copy_of(
        entry,
        statements=[CitedStatement(each.key, called(each)) for each in held.statements],
        files=[CitedFile(str(file.uid), file.original_name, file.sha256) for file in held.files],
    )


def called(statement: Any) -> str:
    """What a statement is called in a list: "PCF 6 Critical reflection and analysis"."""
    return f"{statement.version.framework.short_name} {statement.code} {statement.title}"
