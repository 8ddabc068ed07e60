"""The author's own entries as lists show them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, prefetch_related_objects

from academy.development.choices import EntryState, Way
from academy.development.models import Discussion, Entry, PeerReflection, Share, Use
from academy.development.rules.entries import words_in
from academy.development.rules.stretches import Rhythm, Stretch, stretch_of
from academy.development.selectors.reflections import has_peer_reflection
from academy.identity.actor import Actor

ON_A_PAGE = 20
MOST_DRAFTS = 20
WITH_PEER = "with"


@dataclass(frozen=True)
class Wanted:
    """What the list is to show; empty means everything that was not withdrawn."""

    search: str = ""
    kind: str = ""
    way: str = ""
    statement: str = ""
    peer: str = ""
    state: str = ""

    @property
    def is_everything(self) -> bool:
        return self == Wanted()


@dataclass(frozen=True)
class Row:
    """One entry in a list."""

    entry: Entry
    way: Way | None
    words: int
    standards: str
    shared: tuple[Share, ...]
    discussions: tuple[Discussion, ...]
    uses: tuple[str, ...]
    with_peer: bool


@dataclass(frozen=True)
class StretchOfRows:
    """Entries of one stretch, newest first."""

    stretch: Stretch
    rows: tuple[Row, ...] = field(default=())


def own_entries(actor: Actor, wanted: Wanted) -> QuerySet[Entry]:
    """The actor's entries that match, newest first; kept ones unless another state is asked for."""
    entries = _matching(actor, wanted).filter(state=wanted.state or EntryState.KEPT)
    return entries.order_by("-started_on", "-pk")


def own_drafts(actor: Actor, wanted: Wanted) -> QuerySet[Entry]:
    """Drafts that match, touched last first, at most twenty."""
    drafts: QuerySet[Entry] = _matching(actor, wanted).drafts().order_by("-changed_at")[:MOST_DRAFTS]
    return drafts


def withdrawn_count(actor: Actor) -> int:
    """How many entries the actor withdrew."""
    return Entry.objects.written_by(actor.person_id).filter(state=EntryState.WITHDRAWN).count()


def rows(entries: Iterable[Entry]) -> list[Row]:
    """Entries with everything a list says of them; eight queries beside their own."""
    found = list(entries)
    prefetch_related_objects(found, *_beside())
    talked = has_peer_reflection(found)
    return [_row(entry, with_peer=entry.pk in talked) for entry in found]


def by_stretch(listed: Iterable[Row], *, rhythm: Rhythm) -> Iterator[StretchOfRows]:
    """Rows that have a date, under their stretches, in the order they come."""
    dated = [
        (stretch_of(row.entry.started_on, rhythm=rhythm), row) for row in listed if row.entry.started_on is not None
    ]
    for stretch, group in groupby(dated, key=itemgetter(0)):
        yield StretchOfRows(stretch, tuple(row for _, row in group))


def _matching(actor: Actor, wanted: Wanted) -> Any:
    entries = Entry.objects.written_by(actor.person_id).saying(wanted.search)
    if wanted.kind:
        entries = entries.filter(kind=wanted.kind)
    if wanted.way:
        entries = entries.filter(way=wanted.way)
    if wanted.peer:
        talked = Exists(PeerReflection.objects.talked().filter(entry=OuterRef("pk")))
        entries = entries.filter(talked if wanted.peer == WITH_PEER else ~talked)
    if wanted.statement:
        entries = entries.filter(statements=wanted.statement)
    return entries


def _beside() -> list[Any]:
    return [
        Prefetch("shares", Share.objects.live().select_related("person"), to_attr="live_shares"),
        Prefetch("discussions", Discussion.objects.select_related("person"), to_attr="talks"),
        Prefetch("versions__uses", Use.objects.all()),
        "statements__version__framework",
    ]


def _row(entry: Any, *, with_peer: bool) -> Row:
    labels = [use.label for version in entry.versions.all() for use in version.uses.all()]
    names = [f"{each.version.framework.short_name} {each.code}" for each in entry.statements.all()]
    return Row(
        entry=entry,
        way=Way(entry.way) if entry.way else None,
        words=words_in(entry),
        standards=", ".join(names),
        shared=tuple(entry.live_shares),
        discussions=tuple(entry.talks),
        uses=tuple(dict.fromkeys(labels)),
        with_peer=with_peer,
    )
