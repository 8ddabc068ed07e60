"""One entry as its author reads it, and as a colleague reads the version shared with her."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from academy.development.choices import TEXTS, Kind, Way
from academy.development.models import Discussion, Entry, EntryVersion, PeerReflection, Share, Use
from academy.development.selectors.copies import beside, called, present_copy
from academy.engines.files.models import StoredFile
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words


@dataclass(frozen=True)
class Written:
    """What is read of an entry or of a copy of it: facts, texts under their headings, standards, files."""

    title: str
    kind: str
    way: Way | None
    started_on: date | None
    ended_on: date | None
    hours: Decimal | None
    texts: tuple[tuple[str, str], ...]
    standards: tuple[str, ...]
    files: tuple[StoredFile, ...]

    @property
    def time(self) -> str:
        """The hours in words: "1.5 hours"; empty without any."""
        if self.hours is None:
            return ""
        return "1 hour" if self.hours == 1 else f"{self.hours.normalize():f} hours"

    @property
    def is_over_days(self) -> bool:
        return self.ended_on is not None and self.ended_on != self.started_on


@dataclass(frozen=True)
class SharedWith:
    """A share as the author sees it: does the reader see the entry as it stands?"""

    share: Share
    is_up_to_date: bool


@dataclass(frozen=True)
class OwnReading:
    """The author's page."""

    written: Written
    shares: tuple[SharedWith, ...]
    discussions: tuple[Discussion, ...]
    uses: tuple[Use, ...]
    reflections: tuple[PeerReflection, ...]


def own_reading(entry: Entry) -> OwnReading:
    """Everything on the author's page of her entry; the number of queries does not grow with what there is."""
    held = beside(entry)
    now = present_copy(entry, held).sha256
    live = Share.objects.live().filter(entry=entry).select_related("person", "version")
    return OwnReading(
        written=Written(
            title=entry.name,
            kind=str(Kind(entry.kind).label),
            way=Way(entry.way) if entry.way else None,
            started_on=entry.started_on,
            ended_on=entry.ended_on,
            hours=entry.hours,
            texts=_texts({field: getattr(entry, field) for field in TEXTS}),
            standards=tuple(called(each) for each in held.statements),
            files=held.files,
        ),
        shares=tuple(SharedWith(share, share.version.sha256 == now) for share in live),
        discussions=tuple(entry.discussions.select_related("person")),
        uses=tuple(Use.objects.filter(version__entry=entry).select_related("version")),
        reflections=held.reflections,
    )


def read_version(version: EntryVersion) -> Written:
    """A copy as it was cut: nothing of the entry as it stands now shines through. One query, for its files."""
    text = version.text
    return Written(
        title=version.title,
        kind=str(Kind(text["kind"]).label),
        way=Way(text["way"]),
        started_on=date.fromisoformat(text["started_on"]),
        ended_on=date.fromisoformat(text["ended_on"]) if text["ended_on"] else None,
        hours=Decimal(text["hours"]) if text["hours"] else None,
        texts=said_in(text),
        standards=tuple(each["title"] for each in version.statements),
        files=tuple(version.attached.there()),
    )


def said_in(text: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """What a copy's text says, under its headings: what was written, and what was learnt from peers."""
    return _texts(text) + _talks(text)


def share_open_to(actor: Actor, entry: Entry) -> Share | None:
    """The share by which the actor may read the entry; None for its author and for everybody else."""
    shares = Share.objects.open_to(actor).filter(entry=entry)
    found: Share | None = shares.select_related("version", "entry__author").first()
    return found


def talks_with(entry: Entry, person_id: int | None) -> tuple[Discussion, ...]:
    """When the two talked about the entry."""
    return tuple(entry.discussions.filter(person_id=person_id))


def _talks(said: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"What I learnt from a peer on {in_words(date.fromisoformat(each['on']))}", each["learnt"])
        for each in said.get("peers", ())
    )


def _texts(said: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((heading, said[field]) for field, heading in TEXTS.items() if said[field])
