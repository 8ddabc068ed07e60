"""Reading a file of reference data: every mistake is told with file, line and key, and what is allowed there."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from academy.engines.reference.declarations import Kind


class BadFile(Exception):
    """A file that cannot be loaded; each mistake is one line for whoever wrote the file."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


# Where something stands in a file, as pydantic tells it, and what is wrong there.
Misplaced = tuple[tuple[int | str, ...], str]


class BadPlace(Exception):
    """Mistakes a loader found, which knows where in the content they stand but not in which file."""

    def __init__(self, found: list[Misplaced]) -> None:
        super().__init__("; ".join(said for _, said in found))
        self.found = found

    def in_file(self, source: "Source") -> BadFile:
        """The same, told with file, line and key."""
        document = yaml.compose(source.path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        return BadFile([_sentence(source.name, document, {"loc": path, "msg": said}) for path, said in self.found])


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
    text = source.path.read_text(encoding="utf-8")
    try:
        document = yaml.compose(text, Loader=yaml.SafeLoader)
        data = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadFile([f"{source.name}, line {line}: not YAML: {error.problem or error.context}."]) from error
    repeated = _repeated_keys(document)
    if repeated:
        raise BadFile([f"{source.name}, line {line}, {key}: said twice; say it once." for key, line in repeated])
    try:
        parsed = source.kind.schema.model_validate(data)
    except ValidationError as error:
        raise BadFile([_sentence(source.name, document, mistake) for mistake in error.errors()]) from error
    return Content(source, parsed, digest=source.digest())


def _sentence(name: str, document: yaml.Node | None, mistake: Any) -> str:
    path = mistake["loc"]
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
    said = mistake["msg"].removeprefix("Value error, ").rstrip(".")
    return f"{name}, line {_line(document, path)}{', ' + key if key else ''}: {said}."


def _line(document: yaml.Node | None, path: tuple[int | str, ...]) -> int:
    """The line of the deepest node on the path that is there."""
    node, line = document, 1
    for part in path:
        node = _child(node, part)
        if node is None:
            return line
        line = node.start_mark.line + 1
    return line


def _child(node: yaml.Node | None, part: int | str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        found: yaml.Node = node.value[part]
        return found
    return None


def _repeated_keys(node: yaml.Node | None) -> list[tuple[str, int]]:
    """Keys said twice in one mapping, which YAML would let the last win of, with their lines."""
    found: list[tuple[str, int]] = []
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                found.append((key.value, key.start_mark.line + 1))
            seen.add(key.value)
            found += _repeated_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            found += _repeated_keys(item)
    return found
