"""What lists on pages are made of: plain values a selector fills and a component draws."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Tone = Literal["", "soon", "late"]


@dataclass(frozen=True, kw_only=True)
class Todo:
    """One thing that waits for this person: what, until when and why in words, and the one button.

    `due` is a sentence ("13 days left, closes 30 November."), `tone` says how near it is, `strong` what matters most
    and `why` the rest.
    """

    what: str
    action: str
    url: str
    due: str = ""
    tone: Tone = ""
    strong: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Day:
    """One line of what is coming up: a day, a sentence, and a detail in small type."""

    on: date
    what: str
    detail: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Tally:
    """A count that is a link to what it counts."""

    count: int
    words: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Crumb:
    """A step of the way back; the last one has no address, because the reader is there."""

    label: str
    url: str = ""
