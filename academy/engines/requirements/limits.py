"""How large a requirement may be: whatever somebody writes is refused before it is read part by part."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

MOST_PARTS = 60
MOST_TOGETHER = 300
MOST_DEEP = 8

_deep: ContextVar[int] = ContextVar("how deep the requirement being read lies in others", default=0)


@contextmanager
def read_within(said: Any) -> Iterator[None]:
    """While a requirement is read. Refuses (ValueError) one nested too deep, and one of too many together."""
    deep = _deep.get()
    if deep == 0:
        _refuse_many(said)
    if deep >= MOST_DEEP:
        raise ValueError(f"requirements within requirements, more than {MOST_DEEP} deep; make it flatter.")
    token = _deep.set(deep + 1)
    try:
        yield
    finally:
        _deep.reset(token)


def _refuse_many(said: Any) -> None:
    """Counted part by part, and no further than to the limit."""
    waiting, number = [said], 0
    while waiting:
        each = waiting.pop()
        number += isinstance(each, dict)
        if number > MOST_TOGETHER:
            raise ValueError(f"more than {MOST_TOGETHER} requirements in one; put some into a line of their own.")
        waiting.extend(_within(each))


def _within(said: Any) -> list[Any]:
    """What lies directly in it: no more than would already be too many."""
    if isinstance(said, dict):
        said = list(said.values())
    return (
        [each for each in said[: MOST_TOGETHER + 1] if isinstance(each, dict | list)] if isinstance(said, list) else []
    )
