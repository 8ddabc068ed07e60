"""What was offered and learnt in a period, counted by what it serves: priorities of the academy and themes (S0-07)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from academy.training.choices import Mark

Key = TypeVar("Key")
# How much of a day's hours somebody was there for, as far as the sheet says.
SHARES = {Mark.PRESENT: Decimal(1), Mark.LATE: Decimal(1), Mark.PART: Decimal("0.5"), Mark.ABSENT: Decimal(0)}
NOTHING_NAMED = "None named"


@dataclass(frozen=True)
class Tally:
    """How much: courses offered, events that began, their places, who came to them, and for how many hours in all."""

    courses: int = 0
    events: int = 0
    places: int = 0
    attended: int = 0
    hours: Decimal = Decimal(0)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.courses + other.courses,
            self.events + other.events,
            self.places + other.places,
            self.attended + other.attended,
            self.hours + other.hours,
        )


@dataclass(frozen=True)
class Line:
    """A priority or theme in words, with what serves it."""

    words: str
    tally: Tally


def total_of(tallies: Iterable[Tally]) -> Tally:
    """Everything together, each course once."""
    return sum(tallies, Tally())


def lines_of(
    names: Sequence[tuple[Key, str]], tallies: Mapping[int, Tally], serves: Mapping[int, Collection[Key]]
) -> tuple[Line, ...]:
    """A line for each name in its order; what serves several counts with each. What serves none of the names comes
    last, if there is such a thing."""
    known = {key for key, _ in names}
    lines = [
        Line(words, total_of(tally for pk, tally in tallies.items() if key in serves.get(pk, ())))
        for key, words in names
    ]
    rest = [tally for pk, tally in tallies.items() if known.isdisjoint(serves.get(pk, ()))]
    return (*lines, Line(NOTHING_NAMED, total_of(rest))) if rest else tuple(lines)


def in_table(parts: Iterable[tuple[str, Iterable[Line]]]) -> list[tuple[str, ...]]:
    """The rows of a table for spreadsheets: what it is counted by, the name, and the five numbers."""
    head = ("counted_by", "name", "courses", "events", "places", "attended", "hours")
    return [head, *((by, each.words, *_cells(each.tally)) for by, lines in parts for each in lines)]


def _cells(tally: Tally) -> tuple[str, ...]:
    counts = (tally.courses, tally.events, tally.places, tally.attended)
    return (*map(str, counts), f"{tally.hours.normalize():f}")
