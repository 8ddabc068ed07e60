"""What a copy of an entry would hold, and whether it differs from the last one."""

from typing import Any

from academy.development.models import Entry
from academy.development.rules.copies import CitedFile, CitedStatement, Copy, copy_of


def called(statement: Any) -> str:
    """What a statement is called in a list: "PCF 6 Critical reflection and analysis". Loaded with its framework."""
    return f"{statement.version.framework.short_name} {statement.code} {statement.title}"


def present_copy(entry: Entry) -> Copy:
    """What a version of the entry would hold now, in two queries."""
    statements = entry.statements.select_related("version__framework")
    files = [attached.file for attached in entry.files.select_related("file")]
    return copy_of(
        entry,
        statements=[CitedStatement(each.key, called(each)) for each in statements],
        files=[CitedFile(str(file.uid), file.original_name, file.sha256) for file in files],
    )
