"""Reading a file of reference data: every mistake is told with file, line and key, and what is allowed there."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TypeVar

from pydantic import BaseModel, ValidationError

from academy.engines.reference.declarations import Kind
from academy.engines.reference.nodes import Document, NotUnderstood, Where, understood
from academy.engines.reference.wording import worded

MOST_TOLD = 50


class Mistake(str):
    """One mistake as it is told: "Your text, line 3, days: it has to be a whole number". `line` counts from 1."""

    __slots__ = ("line",)
    line: int

    def __new__(cls, name: str, line: int, *, said: str, key: str = "") -> Self:
        told = super().__new__(cls, f"{name}, line {line}{f', {key}' if key else ''}: {said.rstrip('.')}.")
        told.line = line
        return told


class BadFile(Exception):
    """A file that cannot be loaded; each mistake is one line for whoever wrote the file."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


Shape = TypeVar("Shape", bound=BaseModel)
# Where something stands in a file, as pydantic tells it, and what is wrong there.
Misplaced = tuple[Where, str]


class BadPlace(Exception):
    """Mistakes a loader found, which knows where in the content they stand but not in which file."""

    def __init__(self, found: list[Misplaced]) -> None:
        super().__init__("; ".join(said for _, said in found))
        self.found = found

    def in_file(self, source: "Source") -> BadFile:
        """The same, told with file, line and key."""
        return self.in_text(source.path.read_text(encoding="utf-8"), name=source.name)

    def in_text(self, text: str, *, name: str) -> BadFile:
        """The same of a text that was checked before, told with the text's name, line and key."""
        return BadFile(_told(self.found, understood(text, may_repeat_parts=True), name=name))


@dataclass(frozen=True)
class Source:
    """One file as it lies on disk; the digest takes in the edition of its kind."""

    kind: Kind
    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    def digest(self) -> str:
        return hashlib.sha256(f"{self.kind.edition}\n".encode() + self.path.read_bytes()).hexdigest()


@dataclass(frozen=True)
class Content:
    """A file that was read and found right."""

    source: Source
    parsed: BaseModel
    digest: str

    @property
    def key(self) -> str:
        return self.source.kind.key(self.parsed)

    @property
    def needs(self) -> frozenset[str]:
        return self.source.kind.needs(self.parsed)


def sources_of(kind: Kind) -> list[Source]:
    """The kind's files by name."""
    return [Source(kind, path) for path in sorted(kind.path.glob("*.yaml"))]


def read(source: Source) -> Content:
    """Read and check one file. Raises BadFile."""
    try:
        text = source.path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BadFile([f"{source.name}: no text in UTF-8. Save it as UTF-8."]) from error
    parsed = _checked(source.kind.schema, text, name=source.name, is_ours=True)
    return Content(source, parsed, digest=source.digest())


def check(schema: type[Shape], text: str, *, name: str) -> Shape:
    """What a text says that somebody wrote on a page, checked against the schema. `name` is what mistakes call it.
    Raises BadFile, also for what a file of ours may hold: words that stand for others, which could make it endless."""
    return _checked(schema, text, name=name, is_ours=False)


def _checked(schema: type[Shape], text: str, *, name: str, is_ours: bool) -> Shape:
    try:
        document = understood(text, may_repeat_parts=is_ours)
    except NotUnderstood as error:
        raise BadFile([Mistake(name, error.line, said=error.said)]) from error
    try:
        return schema.model_validate(document.data)
    except ValidationError as error:
        found = [(each["loc"], worded(schema, each)) for each in error.errors(include_url=False, include_input=False)]
        raise BadFile(_told(found, document, name=name)) from error


def _told(found: list[Misplaced], document: Document, *, name: str) -> list[str]:
    """The first of the mistakes with their lines, in the order of the lines; and how many more there are."""
    told = [Mistake(name, document.line(where), key=_key(where), said=said) for where, said in found[:MOST_TOLD]]
    ordered: list[str] = [*sorted(told, key=lambda mistake: mistake.line)]
    more = len(found) - MOST_TOLD
    return [*ordered, f"{name}: {more} more mistakes. Mend these first."] if more > 0 else ordered


def _key(where: Where) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in where)
