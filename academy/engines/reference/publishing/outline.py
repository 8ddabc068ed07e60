"""What a text says as an outline for people: each key in words, each value in words, parts under their names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

# What names a part of a list to a reader, the best first.
NAMES = ("title", "heading", "name", "asks", "words", "text", "decider", "code")


@dataclass(frozen=True)
class Branch:
    """A line of the outline: its words, its value, and what stands under it."""

    words: str
    value: str = ""
    parts: tuple["Branch", ...] = ()


def outline(file: Any, *, without: Sequence[str]) -> tuple[Branch, ...]:
    """What a text says, in its order; empty answers are left out."""
    said = file.model_dump(by_alias=True, exclude_none=True, exclude=set(without))
    return tuple(_branches(said))


def _branches(said: Mapping[str, Any]) -> Iterator[Branch]:
    for key, value in said.items():
        words = _words(key)
        if isinstance(value, Mapping):
            parts = tuple(_branches(value))
            if parts:
                yield Branch(words, parts=parts)
        elif isinstance(value, Sequence) and any(isinstance(each, Mapping) for each in value):
            yield Branch(words, parts=tuple(_part(each, number) for number, each in enumerate(value, start=1)))
        elif value not in ("", [], ()):
            yield Branch(words, _value(value))


def _part(said: Any, number: int) -> Branch:
    """One part of a list under the name it has, or its number."""
    if not isinstance(said, Mapping):
        return Branch(str(number), _value(said))
    named = next((name for name in NAMES if said.get(name)), None)
    words = _value(said[named]) if named else str(number)
    return Branch(words, parts=tuple(_branches({key: value for key, value in said.items() if key != named})))


def _words(key: Any) -> str:
    """A key as words; a code of choices by its label."""
    label = getattr(key, "label", None)
    return str(label) if label else str(key).replace("_", " ").capitalize()


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, Enum):
        return str(getattr(value, "label", value.value))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(_value(each) for each in value)
    return str(value)
