"""What a portfolio says, as one value: what is shown on its page, frozen when it is handed in, printed and compared.

The shape is numbered (`SCHEMA`): a snapshot is read by the shape it was written in. The canonical JSON is the same
bytes for the same content, so its SHA-256 proves what was handed in.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, TypeVar

SCHEMA = 1

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A piece of writing under a heading. `says_who` names whose words they are where they are not the author's."""

    heading: str
    text: str
    says_who: str = ""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One line of what is known: "Observed by", "Helen Prosser, line manager"."""

    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """A statement of a framework a piece speaks to, as it was called then. `key` is its natural key."""

    key: str
    title: str
    framework: str


@dataclass(frozen=True, kw_only=True)
class FileSaid:
    """A file of a piece: by id, and by the SHA-256 of its bytes."""

    uid: str
    name: str
    kind: str
    size: int
    sha256: str
    caption: str = ""
    is_cleared: bool = False


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One piece of evidence or own writing. `source` is where it comes from, as "evidence:12" or "entry:7:2"."""

    source: str
    kind: str
    kind_words: str
    title: str
    on: str = ""
    shows: str = ""
    facts: tuple[Fact, ...] = ()
    passages: tuple[Passage, ...] = ()
    statements: tuple[Spoken, ...] = ()
    files: tuple[FileSaid, ...] = ()

    @property
    def day(self) -> date | None:
        """The day it is of, to be shown in words."""
        return date.fromisoformat(self.on) if self.on else None


@dataclass(frozen=True, kw_only=True)
class SectionSaid:
    """A section: what is written in it, and its pieces in order. `says_who` names whose words the text is where it is
    not the author's."""

    code: str
    title: str
    text: str = ""
    says_who: str = ""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SignedLine:
    """Who signed, as what, when (ISO), and what she said beside her name. `for_whom` where a deputy signed."""

    role: str
    name: str
    on: str
    words: str = ""
    for_whom: str = ""

    @property
    def day(self) -> date:
        """The day it was signed, to be shown in words."""
        return date.fromisoformat(self.on)


@dataclass(frozen=True, kw_only=True)
class Named:
    """Somebody or something named, with what replaces it in the edition without names: "the practitioner". `is_whole`
    is what is replaced only as a whole, as an organisation's name is: its parts are words."""

    name: str
    instead: str
    is_whole: bool = False


@dataclass(frozen=True, kw_only=True)
class Edition:
    """An edition of data the portfolio rests on: the template, a framework, a policy. `is_asked` marks a framework the
    template maps to; the others are spoken to by a piece."""

    what: str
    code: str
    title: str
    is_asked: bool = False


@dataclass(frozen=True, kw_only=True)
class Content:
    """The whole portfolio. Dates are ISO strings. `names` are what the edition without names replaces."""

    title: str
    purpose: str
    purpose_words: str
    person: str
    organisation: str
    facts: tuple[Fact, ...] = ()
    statement: str = ""
    sections: tuple[SectionSaid, ...] = ()
    signatures: tuple[SignedLine, ...] = ()
    editions: tuple[Edition, ...] = ()
    names: tuple[Named, ...] = field(default=())

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Every piece, in the order of the sections; one used in two sections comes twice."""
        return tuple(piece for section in self.sections for piece in section.pieces)


def canonical(content: Content) -> str:
    """The content as JSON that is the same for the same content: keys in order, no spaces, letters as they are."""
    said = {"schema": SCHEMA, **asdict(content)}
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(text: str) -> str:
    """SHA-256 over canonical JSON, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def in_groups(sha256: str) -> str:
    """A fingerprint in groups of four, as people compare it."""
    return " ".join(sha256[start : start + 4] for start in range(0, len(sha256), 4))


def read(text: str) -> Content:
    """The content of a snapshot's JSON. Raises ValueError for a shape this portal does not know."""
    said = json.loads(text)
    if said.pop("schema", None) != SCHEMA:
        raise ValueError("This snapshot has a shape this version of the portal cannot read.")
    said["facts"] = _all(Fact, said["facts"])
    said["sections"] = tuple(_section(each) for each in said["sections"])
    said["signatures"] = _all(SignedLine, said["signatures"])
    said["editions"] = _all(Edition, said["editions"])
    said["names"] = _all(Named, said["names"])
    return Content(**said)


def _section(said: dict[str, Any]) -> SectionSaid:
    return SectionSaid(**{**said, "pieces": tuple(_piece(each) for each in said["pieces"])})


def _piece(said: dict[str, Any]) -> Piece:
    parts = {"facts": Fact, "passages": Passage, "statements": Spoken, "files": FileSaid}
    return Piece(**{**said, **{name: _all(kind, said[name]) for name, kind in parts.items()}})


def _all(kind: type[T], said: list[dict[str, Any]]) -> tuple[T, ...]:
    return tuple(kind(**each) for each in said)
