"""What a copy of an entry would hold, and what its statements are called."""

from dataclasses import dataclass
from typing import Any

from academy.development.models import Entry, PeerReflection
from academy.development.rules.copies import CitedFile, CitedPeer, CitedStatement, Copy, copy_of
from academy.engines.files.models import StoredFile


@dataclass(frozen=True)
class Beside:
    """What stands beside the words of an entry: statements with their framework, files, and talks with peers."""

    statements: tuple[Any, ...]
    files: tuple[StoredFile, ...]
    reflections: tuple[PeerReflection, ...]


def beside(entry: Entry) -> Beside:
    """Statements, files and peer reflections of an entry; three queries."""
    return Beside(
        tuple(entry.statements.select_related("version__framework")),
        tuple(attached.file for attached in entry.files.select_related("file")),
        tuple(PeerReflection.objects.standing().filter(entry=entry).select_related("peer")),
    )


def present_copy(entry: Entry, held: Beside) -> Copy:
    """What a version of the entry would hold now."""
    return copy_of(
        entry,
        statements=[CitedStatement(each.key, called(each)) for each in held.statements],
        files=[CitedFile(str(file.uid), file.original_name, file.sha256) for file in held.files],
        peers=[
            CitedPeer(each.talked_on.isoformat(), each.counts_as, each.learnt)
            for each in held.reflections
            if each.is_confirmed
        ],
    )


def called(statement: Any) -> str:
    """What a statement is called in a list: "PCF 6 Critical reflection and analysis"."""
    return f"{statement.version.framework.short_name} {statement.code} {statement.title}"
