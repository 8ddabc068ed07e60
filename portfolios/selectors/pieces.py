"""Evidence and own writing as pieces: how every page, snapshot and print shows them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import prefetch_related_objects

from academy.development.choices import Kind, Way
from academy.development.selectors.reading import said_in
from academy.engines.files.models import StoredFile
from academy.people.rules.spans import in_words
from portfolios.models import Evidence, EvidenceFile
from portfolios.rules.content import Fact, FileSaid, Passage, Piece, Spoken
from portfolios.selectors.piece_kinds import facts_of, passages_of

ENTRY = "entry"
# Everything a piece is read from, in a number of queries that does not grow with the pieces.
BESIDE = (
    "signed_by",
    "signed_for",
    "supervision__supervisor",
    "observation__observer",
    "feedback__collected_by",
    "case_audit__auditor",
    "statements__version__framework",
    "files__file",
)


def pieces_of(evidence: Sequence[Evidence]) -> dict[int, Piece]:
    """Each piece of evidence by its id, as it stands. At most as many queries for a hundred as for one."""
    prefetch_related_objects(list(evidence), *BESIDE)
    return {each.pk: _piece(each) for each in evidence}


def entry_piece(version: Any) -> Piece:
    """An `EntryVersion` as it was cited: nothing of the entry as it stands now shines through. One query, for files."""
    return entry_pieces([version])[version.pk]


def entry_pieces(versions: Sequence[Any]) -> dict[int, Piece]:
    """Each copy of an entry by its id. One query for all their files."""
    prefetch_related_objects(list(versions), "attached")
    return {each.pk: _written(each) for each in versions}


def _piece(evidence: Evidence) -> Piece:
    return Piece(
        source=f"evidence:{evidence.pk}",
        kind=evidence.kind,
        kind_words=evidence.kind_words,
        title=evidence.title,
        on=evidence.happened_on.isoformat() if evidence.happened_on else "",
        facts=facts_of(evidence),
        passages=passages_of(evidence),
        statements=tuple(_spoken(each) for each in sorted(evidence.statements.all(), key=_in_order)),
        files=tuple(_file(each.file, name=each.file.original_name, caption=each.caption) for each in _files(evidence)),
    )


def _files(evidence: Evidence) -> list[EvidenceFile]:
    return [each for each in evidence.files.all() if each.file.is_there]


def _in_order(statement: Any) -> tuple[str, str, int]:
    return (statement.version.framework.code, statement.version.code, statement.order)


def _spoken(statement: Any) -> Spoken:
    framework = statement.version.framework.short_name
    return Spoken(key=statement.key, title=f"{statement.code} {statement.title}", framework=framework)


def _file(file: StoredFile, *, name: str, caption: str = "") -> FileSaid:
    return FileSaid(uid=str(file.uid), name=name, kind=file.kind, size=file.size, sha256=file.sha256, caption=caption)


def _written(version: Any) -> Piece:
    said = version.text
    names = {each["id"]: each["name"] for each in version.files}
    files = {str(each.uid): each for each in version.attached.all() if each.is_there}
    return Piece(
        source=f"entry:{version.entry_id}:{version.number}",
        kind=ENTRY,
        kind_words=str(Kind(said["kind"]).label),
        title=version.title,
        on=said["started_on"],
        facts=_written_facts(said),
        passages=tuple(Passage(heading=heading, text=text) for heading, text in said_in(said)),
        statements=tuple(_cited(each["key"], each["title"]) for each in version.statements),
        files=tuple(_file(files[uid], name=name) for uid, name in names.items() if uid in files),
    )


def _written_facts(said: dict[str, Any]) -> tuple[Fact, ...]:
    ended, hours = said["ended_on"], said["hours"]
    facts = [Fact(label="Learnt", text=str(Way(said["way"]).label))]
    if ended and ended != said["started_on"]:
        facts.append(Fact(label="Until", text=in_words(date.fromisoformat(ended))))
    if hours and Decimal(hours):
        number = f"{Decimal(hours).normalize():f}"
        facts.append(Fact(label="Time", text="1 hour" if number == "1" else f"{number} hours"))
    return tuple(facts)


def _cited(key: str, called: str) -> Spoken:
    """A statement a copy names: "PCF 6 Critical reflection" under its key is statement 6 of the PCF."""
    code = key.rpartition("/")[2]
    framework, found, title = called.partition(f" {code} ")
    return Spoken(key=key, title=f"{code} {title}", framework=framework) if found else _uncalled(key, called)


def _uncalled(key: str, called: str) -> Spoken:
    return Spoken(key=key, title=called, framework=key.partition("/")[0])
