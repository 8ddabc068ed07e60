"""Somebody's own entries to take out: read as a stream, so that 20,000 entries need no more memory than one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from academy.development.choices import Kind, Way
from academy.development.models import Discussion, Entry, EntryFile, PeerReflection, Share, Use

AT_ONCE = 200


@dataclass(frozen=True, kw_only=True)
class Exported:
    """An entry with everything that stands beside it. `id` is its own for ever; standards are natural keys."""

    id: UUID
    state: str
    kind: str
    title: str
    started_on: date | None
    ended_on: date | None
    way: str
    happened: str
    learnt: str
    impact: str
    hours: Decimal | None
    standards: tuple[str, ...]
    shared_with: tuple[str, ...]
    discussed_on: tuple[str, ...]
    peer_reflections: tuple[str, ...]
    used_in: tuple[str, ...]
    files: tuple[str, ...]
    created_at: datetime
    changed_at: datetime
    kept_at: datetime | None
    withdrawn_at: datetime | None


class Alongside:
    """Pairs of entry and word, in the order of the entries, read as the entries go by."""

    def __init__(self, pairs: Iterable[tuple[int, str]]) -> None:
        self._pairs = iter(pairs)
        self._next = next(self._pairs, None)

    def of(self, entry_id: int) -> tuple[str, ...]:
        """The words of this entry; those of entries passed over are dropped."""
        found = []
        while self._next is not None and self._next[0] <= entry_id:
            if self._next[0] == entry_id:
                found.append(self._next[1])
            self._next = next(self._pairs, None)
        return tuple(found)


def exported_entries(person_id: int) -> Iterator[Exported]:
    """All of a person's entries, drafts and withdrawn ones too, in the order they were begun; seven queries in all."""
    beside = {name: Alongside(pairs) for name, pairs in _streams(person_id).items()}
    for entry in Entry.objects.written_by(person_id).order_by("pk").iterator(AT_ONCE):
        yield _exported(entry, {name: words.of(entry.pk) for name, words in beside.items()})


def exported_count(person_id: int) -> int:
    """How many entries `exported_entries` gives. One query."""
    return Entry.objects.written_by(person_id).count()


def _exported(entry: Entry, beside: dict[str, tuple[str, ...]]) -> Exported:
    return Exported(
        id=entry.token,
        state=entry.state,
        kind=str(Kind(entry.kind).label),
        title=entry.title,
        started_on=entry.started_on,
        ended_on=entry.ended_on,
        way=str(Way(entry.way).label) if entry.way else "",
        happened=entry.happened,
        learnt=entry.learnt,
        impact=entry.impact,
        hours=entry.hours,
        created_at=entry.created_at,
        changed_at=entry.changed_at,
        kept_at=entry.kept_at,
        withdrawn_at=entry.withdrawn_at,
        standards=beside["standards"],
        shared_with=beside["shared_with"],
        discussed_on=beside["discussed_on"],
        peer_reflections=beside["peer_reflections"],
        used_in=beside["used_in"],
        files=beside["files"],
    )


def _streams(person_id: int) -> dict[str, Iterator[tuple[int, str]]]:
    return {
        "standards": _standards(person_id),
        "shared_with": ((share.entry_id, share.person.full_name) for share in _of(person_id, Share, "person")),
        "discussed_on": (
            (talk.entry_id, f"{talk.on.isoformat()} {talk.person.full_name}")
            for talk in _of(person_id, Discussion, "person")
        ),
        "peer_reflections": (
            (talk.entry_id, f"{talk.talked_on.isoformat()} {talk.peer_name}: {talk.learnt}")
            for talk in _of(person_id, PeerReflection, "peer")
        ),
        "used_in": _uses(person_id),
        "files": ((each.entry_id, each.file.original_name) for each in _of(person_id, EntryFile, "file")),
    }


def _of(person_id: int, model: Any, related: str) -> Iterator[Any]:
    """Rows beside the person's entries; of shares only the live ones, of talks with peers only those that stand."""
    rows = model._default_manager.filter(entry__author_id=person_id).select_related(related)
    rows = rows.live() if model is Share else rows.standing() if model is PeerReflection else rows
    return cast(Iterator[Any], rows.order_by("entry_id", "pk").iterator(AT_ONCE))


def _standards(person_id: int) -> Iterator[tuple[int, str]]:
    keys = ("statement__version__framework__code", "statement__version__code", "statement__code")
    rows = Entry.statements.through._default_manager.filter(entry__author_id=person_id)
    ordered = rows.order_by("entry_id", "statement__version", "statement__order", "pk")
    return ((entry_id, "/".join(key)) for entry_id, *key in ordered.values_list("entry_id", *keys).iterator(AT_ONCE))


def _uses(person_id: int) -> Iterator[tuple[int, str]]:
    rows = Use.objects.filter(version__entry__author_id=person_id).order_by("version__entry_id", "pk")
    return iter(rows.values_list("version__entry_id", "label").iterator(AT_ONCE))
