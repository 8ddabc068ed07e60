"""Reading a file of reference data: every mistake is told with file, line and key, and what is allowed there."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from academy.engines.reference.declarations import Kind


class BadFile(Exception):
    """A file that cannot be loaded; each mistake is one line for whoever wrote the file."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


Shape = TypeVar("Shape", bound=BaseModel)
# Where something stands in a file, as pydantic tells it, and what is wrong there.
Misplaced = tuple[tuple[int | str, ...], str]


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
        document = yaml.compose(text, Loader=yaml.SafeLoader)
        return BadFile([_sentence(name, document, {"loc": path, "msg": said}) for path, said in self.found])


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
    return Content(source, _checked(source.kind.schema, text, name=source.name), digest=source.digest())


def check(schema: type[Shape], text: str, *, name: str) -> Shape:
    """What a text says that somebody wrote on a page, checked against the schema. `name` is what mistakes call it.
    Raises BadFile, also for what a file of ours may hold: words that stand for others, which could make it endless."""
    _refuse_aliases(text, name=name)
    return _checked(schema, text, name=name)


def _checked(schema: type[Shape], text: str, *, name: str) -> Shape:
    document, data = _understood(text, name=name)
    repeated = _repeated_keys(document)
    if repeated:
        raise BadFile([f"{name}, line {line}, {key}: said twice; say it once." for key, line in repeated])
    try:
        return schema.model_validate(data)
    except ValidationError as error:
        raise BadFile([_sentence(name, document, mistake) for mistake in error.errors()]) from error


def _understood(text: str, *, name: str) -> tuple[yaml.Node | None, Any]:
    """The text as nodes with their lines, and as data."""
    document = None
    try:
        document = yaml.compose(text, Loader=yaml.SafeLoader)
        return document, yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadFile([f"{name}, line {line}: not YAML: {error.problem or error.context}."]) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise BadFile([f"{name}, line {line}: a character that cannot stand in YAML. Take it out."]) from error
    except ValueError as error:
        raise BadFile([f"{name}, line {_line_of_bad_value(document)}: {error}."]) from error
    except RecursionError as error:
        raise BadFile([f"{name}, line 1: lists within lists, too deep. Write it as the examples do."]) from error


def _refuse_aliases(text: str, *, name: str) -> None:
    """What is no YAML at all is told later."""
    try:
        found = next((each for each in yaml.scan(text) if isinstance(each, yaml.AliasToken)), None)
    except yaml.YAMLError:
        return
    if found is not None:
        line = found.start_mark.line + 1
        raise BadFile([f"{name}, line {line}: *{found.value} stands for something else. Write it out."])


def _line_of_bad_value(node: yaml.Node | None) -> int:
    """The line of the first value that cannot be what it looks like, such as 2026-02-31."""
    if isinstance(node, yaml.ScalarNode):
        try:
            yaml.constructor.SafeConstructor().construct_object(node)
        except ValueError:
            line: int = node.start_mark.line + 1
            return line
        return 0
    values = [part for pair in node.value for part in pair] if isinstance(node, yaml.MappingNode) else []
    values = node.value if isinstance(node, yaml.SequenceNode) else values
    return next((line for line in map(_line_of_bad_value, values) if line), 0)


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
