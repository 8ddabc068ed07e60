"""Entries as a record on paper tells them: year by year, each with its words and what stands beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Prefetch, prefetch_related_objects

from academy.development.choices import TEXTS, Kind
from academy.development.models import Entry, PeerReflection
from academy.development.selectors.copies import called
from academy.development.selectors.entries import Row, rows


@dataclass(frozen=True)
class RecordedEntry:
    """An entry on paper; `place` is its name inside the document."""

    place: str
    title: str
    meta: str
    texts: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RecordedYear:
    """Entries of one calendar year, in the order of their days."""

    year: int
    entries: tuple[RecordedEntry, ...]


def by_year(entries: Iterable[Entry]) -> tuple[RecordedYear, ...]:
    """Entries in the order they come, under their years; the number of queries does not grow with them."""
    found = list(entries)
    talks = PeerReflection.objects.talked().select_related("peer").order_by("talked_on", "pk")
    prefetch_related_objects(found, Prefetch("peer_reflections", talks, to_attr="peer_talks"))
    recorded = [(row.entry.started_on.year, _recorded(row)) for row in rows(found) if row.entry.started_on]
    return tuple(
        RecordedYear(year, tuple(entry for _, entry in group))
        for year, group in groupby(recorded, lambda pair: pair[0])
    )


def written_day(day: date) -> str:
    """A day as documents write it: 7 August 2026."""
    return f"{day.day} {day:%B %Y}"


def _recorded(row: Row) -> RecordedEntry:
    entry = row.entry
    meta = [str(Kind(entry.kind).label), _dates(entry), f"learnt {str(row.way.label).lower()}" if row.way else ""]
    hours = f"{entry.hours.normalize():f} hours" if entry.hours is not None else ""
    return RecordedEntry(
        place=f"entry-{entry.pk}",
        title=entry.title,
        meta=" · ".join(each for each in [*meta, hours] if each),
        texts=tuple(_texts(entry)),
        facts=_facts(row),
    )


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """The three texts, and what was learnt from each peer (D4-03)."""
    for field, heading in TEXTS.items():
        if getattr(entry, field):
            yield heading, getattr(entry, field)
    talks: list[PeerReflection] = getattr(entry, "peer_talks")
    for talk in talks:
        confirmed = ", confirmed" if talk.is_confirmed else ""
        yield f"Talked over with {talk.peer_name} on {written_day(talk.talked_on)}{confirmed}", talk.learnt


def _facts(row: Row) -> tuple[tuple[str, str], ...]:
    said = {
        "Standards": "; ".join(called(each) for each in row.entry.statements.all()),
        "Shared with": ", ".join(share.person.full_name for share in row.shared),
        "Discussed": "; ".join(f"{written_day(talk.on)} with {talk.person.full_name}" for talk in row.discussions),
        "Used in": ", ".join(row.uses),
    }
    return tuple((name, words) for name, words in said.items() if words)


def _dates(entry: Entry) -> str:
    days = [day for day in (entry.started_on, entry.ended_on) if day is not None]
    return " to ".join(written_day(day) for day in dict.fromkeys(days))
