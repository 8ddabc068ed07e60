"""What an immutable copy of an entry holds, and its hash. Pure.

Canonical JSON: keys sorted, no spaces, UTF-8, numbers as decimal text, dates as ISO 8601; SHA-256 over its bytes.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from academy.development.choices import TEXTS
from academy.development.rules.entries import Writing

# The second schema knows what was learnt from peers; a copy without any is told as before, so that its hash stays.
SCHEMA = 1
SCHEMA_WITH_PEERS = 2


@dataclass(frozen=True, order=True)
class CitedStatement:
    """A statement as a copy keeps it: natural key, and how the version of the framework called it then."""

    key: str
    title: str


@dataclass(frozen=True, order=True)
class CitedFile:
    """A file as a copy keeps it: its id, the name it went by, and the SHA-256 of its bytes."""

    id: str
    name: str
    sha256: str


@dataclass(frozen=True, order=True)
class CitedPeer:
    """A peer reflection as a copy keeps it. Without the peer's name: nothing unchangeable names somebody else."""

    on: str
    counts_as: str
    learnt: str


@dataclass(frozen=True)
class Copy:
    """The content of a version, ready to store: text, statements, files, and the hash over all three."""

    text: dict[str, object]
    statements: list[dict[str, str]]
    files: list[dict[str, str]]

    @property
    def canonical(self) -> str:
        schema = SCHEMA_WITH_PEERS if "peers" in self.text else SCHEMA
        return canonical({"schema": schema, "text": self.text, "statements": self.statements, "files": self.files})

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.canonical.encode()).hexdigest()


def copy_of(
    entry: Writing,
    *,
    statements: Iterable[CitedStatement],
    files: Iterable[CitedFile],
    peers: Iterable[CitedPeer] = (),
) -> Copy:
    """The copy of an entry as it stands. The order in which statements, files and peers were added is all one."""
    text: dict[str, object] = {
        "kind": entry.kind,
        "title": entry.title,
        "started_on": entry.started_on.isoformat() if entry.started_on else None,
        "ended_on": entry.ended_on.isoformat() if entry.ended_on else None,
        "way": entry.way,
        "hours": f"{entry.hours:.2f}" if entry.hours is not None else None,
    }
    text |= {field: getattr(entry, field) for field in TEXTS}
    talked = [asdict(peer) for peer in sorted(peers)]
    if talked:
        text["peers"] = talked
    return Copy(
        text,
        [asdict(statement) for statement in sorted(statements)],
        [asdict(file) for file in sorted(files)],
    )


def canonical(content: object) -> str:
    """Content as canonical JSON: the same content is always the same text."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
