"""What differs between two editions of a policy, line by line, for whoever decides whether to publish the new one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# By what a part of a list is told from the others, so that a moved part is no change.
NAMES = ("code", "decider", "heading", "name", "text")
NOTHING = "nothing"


@dataclass(frozen=True)
class Difference:
    """One place of the content, with what it said and what it says. Empty words: it was, or is, not there."""

    place: str
    before: str
    after: str


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Difference, ...]:
    """The places where two contents differ, in the order of the new one, then what is gone."""
    old, new = dict(_said(before, "")), dict(_said(after, ""))
    places = [*new, *(place for place in old if place not in new)]
    return tuple(
        Difference(place, old.get(place, ""), new.get(place, ""))
        for place in places
        if old.get(place, "") != new.get(place, "")
    )


def _said(content: Any, place: str) -> Iterator[tuple[str, str]]:
    """Every place of a content with its words."""
    if isinstance(content, Mapping):
        for key, value in content.items():
            yield from _said(value, f"{place}.{key}" if place else key)
    elif _has_parts(content):
        for number, part in enumerate(content, start=1):
            yield from _said(_without_name(part), f"{place}, {_called(part, number)}")
    else:
        yield place, _words(content)


def _has_parts(content: Any) -> bool:
    return (
        isinstance(content, Sequence) and not isinstance(content, str) and any(isinstance(p, Mapping) for p in content)
    )


def _without_name(part: Any) -> Any:
    """The part without the name by which it is called already, unless that is all it says."""
    named = _naming(part)
    return {key: value for key, value in part.items() if key != named} if named and len(part) > 1 else part


def _naming(part: Any) -> str | None:
    return next((name for name in NAMES if part.get(name)), None) if isinstance(part, Mapping) else None


def _called(part: Any, number: int) -> str:
    named = _naming(part)
    return f"“{part[named]}”" if named else str(number)


def _words(content: Any) -> str:
    if isinstance(content, bool):
        return "yes" if content else "no"
    if isinstance(content, Sequence) and not isinstance(content, str):
        words = [_words(each) for each in content]
        return (" " if any(each.endswith(".") for each in words) else ", ").join(words) or NOTHING
    return NOTHING if content is None else str(content)
