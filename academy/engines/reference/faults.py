"""Faults texts of several kinds may have beyond their shape: codes used twice, editions that hold at once. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from academy.engines.reference.nodes import Where

Fault = tuple[Where, str]


class Edition(Protocol):
    """What tells when an edition holds."""

    @property
    def code(self) -> str: ...

    @property
    def valid_from(self) -> date: ...

    @property
    def valid_to(self) -> date | None: ...


def repeats(said: object, *parts: str, at: Where = ()) -> Iterator[Fault]:
    """Codes that stand more than once in a part of what is said, each told where it stands again; `at` is where what is
    said stands itself."""
    for part in parts:
        codes = [each.code for each in getattr(said, part)]
        for code in sorted(code for code, times in Counter(codes).items() if times > 1):
            again = [number for number, each in enumerate(codes) if each == code][1]
            yield (*at, part, again, "code"), f"{code} is used more than once. Give each its own code"


def held_at_once(said: Edition, others: Iterable[Edition]) -> Iterator[Fault]:
    """Editions of one line follow each other. One without a last day ends when the next begins; one that names its last
    day holds until then, so nothing else begins before. `others` may have the same one among them, by its code."""
    for other in others:
        if other.code == said.code:
            continue
        if other.valid_from < said.valid_from and other.valid_to is not None and other.valid_to >= said.valid_from:
            yield ("valid_from",), f"edition {other.code} holds until {other.valid_to}. Begin after that day"
        if said.valid_from < other.valid_from and said.valid_to is not None and said.valid_to >= other.valid_from:
            yield ("valid_to",), f"edition {other.code} begins on {other.valid_from}. End before that day"
