"""A text in YAML as nodes with their lines and as data, within limits that nothing somebody writes can pass."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

# Deeper than any text of ours goes, and far from what Python's stack or a library's could not bear.
MOST_DEEP = 40
MOST_PARTS = 60_000
# A number or a day is never longer; working out a very long one would take for ever.
MOST_DIGITS = 60
TEXT_TAG = "tag:yaml.org,2002:str"
TOO_DEEP = "lists within lists, too deep. Write it as the examples do"

Where = tuple[int | str, ...]


class NotUnderstood(Exception):
    """A text that is no YAML of ours: the line, and what is wrong there."""

    def __init__(self, line: int, said: str) -> None:
        super().__init__(said)
        self.line = line
        self.said = said


@dataclass(frozen=True)
class Document:
    """A text that was understood: its nodes, None for an empty one, and what it says."""

    node: yaml.Node | None
    data: Any

    def line(self, where: Where) -> int:
        """The line of the deepest key or item on the path that is there, counted from 1."""
        node, line = self.node, 1
        for part in where:
            found = _child(node, part)
            if found is None:
                return line
            node, line = found
        return line


def understood(text: str, *, may_repeat_parts: bool = False) -> Document:
    """What a text says. `may_repeat_parts` allows *names that stand for other parts, which only files of ours may use.

    Raises NotUnderstood for what is no YAML, is nested too deep, says a key twice or names types of its own.
    """
    try:
        _refuse_hostile(text, may_repeat_parts=may_repeat_parts)
        loader = yaml.CSafeLoader(text)
        node = loader.get_single_node()
        _refuse_odd(node)
        return Document(node, loader.construct_document(node) if node is not None else None)
    except yaml.MarkedYAMLError as error:
        last = max(len(text.splitlines()), 1)
        line = min(error.problem_mark.line + 1, last) if error.problem_mark else last
        raise NotUnderstood(line, f"not YAML: {_problem(error, text, line)}") from error
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        raise NotUnderstood(line, "a character that cannot stand in YAML. Take it out") from error


def _refuse_hostile(text: str, *, may_repeat_parts: bool) -> None:
    """Read it event by event, which costs no stack, before anything is built of it."""
    deep = 0
    for number, event in enumerate(yaml.parse(text, Loader=yaml.CSafeLoader)):
        line = event.start_mark.line + 1 if event.start_mark else 1
        deep += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if deep > MOST_DEEP:
            raise NotUnderstood(line, TOO_DEEP)
        if number > MOST_PARTS:
            raise NotUnderstood(line, f"more than {MOST_PARTS:,} keys and values. Shorten it")
        if isinstance(event, yaml.AliasEvent) and not may_repeat_parts:
            raise NotUnderstood(line, f"*{event.anchor} stands for something else. Write it out")
        if getattr(event, "tag", None):
            raise NotUnderstood(line, "a value that names its type with “!”. Write the value alone")


def _refuse_odd(node: yaml.Node | None) -> None:
    """Keys said twice, which YAML would let the last win of, and values that cannot be what they look like."""
    for each in _nodes(node, set()):
        if isinstance(each, yaml.MappingNode):
            _refuse_repeated(each)
        elif isinstance(each, yaml.ScalarNode) and each.tag != TEXT_TAG:
            _refuse_bad_value(each)


def _refuse_repeated(node: yaml.MappingNode) -> None:
    seen = set()
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise NotUnderstood(key.start_mark.line + 1, "a key that is no word. Write one word before the colon")
        if key.value in seen:
            raise NotUnderstood(key.start_mark.line + 1, f"{key.value} is said twice. Say it once")
        seen.add(key.value)


def _refuse_bad_value(node: yaml.ScalarNode) -> None:
    line = node.start_mark.line + 1
    if len(node.value) > MOST_DIGITS:
        raise NotUnderstood(line, "a number too long. Put it in quotes if it is meant as text")
    try:
        yaml.constructor.SafeConstructor().construct_object(node)
    except ValueError as error:
        raise NotUnderstood(line, str(error)) from error


def _nodes(node: yaml.Node | None, seen: set[int]) -> Iterator[yaml.Node]:
    """Every node once, from the top."""
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    yield node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _nodes(key, seen)
            yield from _nodes(value, seen)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _nodes(item, seen)


def _child(node: yaml.Node | None, part: int | str) -> tuple[yaml.Node, int] | None:
    """What stands under a key or at a place of a list, and the line of it."""
    if isinstance(node, yaml.MappingNode):
        return next(((value, key.start_mark.line + 1) for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        found = node.value[part]
        return found, found.start_mark.line + 1
    return None


def _problem(error: yaml.MarkedYAMLError, text: str, line: int) -> str:
    """What the parser says, in words where a tab is to blame, which nobody sees."""
    lines = text.split("\n")
    said = lines[line - 1] if line <= len(lines) else ""
    if "\t" in said[: len(said) - len(said.lstrip())]:
        return "a tab at the beginning of the line. Indent with spaces"
    return str(error.problem or error.context)
