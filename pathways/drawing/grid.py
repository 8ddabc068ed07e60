"""A ladder on a grid: each rung in a column and a lane, which steps join them, and where pathways are drawn. Pure.

In every lane there is one rung to a column at most, in an order in which steps only lead forward.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from academy.ui.wording import beginning
from pathways.choices import Lane
from pathways.schema.ladder import LadderContent, Pathway, Rung, Step


@dataclass(frozen=True)
class Spot:
    """Where a rung stands."""

    rung: Rung
    column: int
    lane: int


@dataclass(frozen=True)
class Way:
    """A pathway, drawn after the rung from which its first step leads."""

    pathway: Pathway
    start: Spot
    end: Spot


@dataclass(frozen=True)
class Link:
    """A step from one rung to another; `by_ways` says that pathways are drawn for it."""

    start: Spot
    end: Spot
    by_ways: bool = False


@dataclass(frozen=True)
class Grid:
    """The whole ladder. `lanes` are those that are used; `into` gives the first step to a rung."""

    spots: tuple[Spot, ...]
    lanes: tuple[Lane, ...]
    ways: tuple[Way, ...]
    links: tuple[Link, ...]
    into: dict[str, Step]

    @property
    def columns(self) -> int:
        return max(spot.column for spot in self.spots) + 1

    def ways_after(self, column: int, lane: int) -> tuple[Way, ...]:
        """The pathways between a column and the next, in one lane."""
        return tuple(way for way in self.ways if (way.start.column, way.start.lane) == (column, lane))

    def has_ways_after(self, column: int) -> bool:
        return any(way.start.column == column for way in self.ways)

    def how_to(self, rung: Rung) -> str:
        """A word or two on how a rung is reached; nothing where no step leads there."""
        step = self.into.get(rung.code)
        return step.mechanisms[0].brief if step is not None else ""


def beside_grade(rung: Rung) -> str:
    """The title without the grade it begins with, as it stands where the grade is written above."""
    rest = rung.title.removeprefix(rung.grade_shown).strip(" ,:–-") if rung.grade_shown else rung.title
    return beginning(rest)


def grid_of(content: LadderContent) -> Grid:
    """Place every rung, and every pathway once."""
    lanes = tuple(lane for lane in Lane if any(rung.lane is lane for rung in content.rungs))
    spots = {spot.rung.code: spot for spot in _placed(content, lanes)}
    ways = _ways(content, spots)
    return Grid(
        spots=tuple(spots.values()),
        lanes=lanes,
        ways=ways,
        links=_links(content, spots, ways),
        into={step.end: step for step in reversed(content.steps)},
    )


def _placed(content: LadderContent, lanes: Sequence[Lane]) -> list[Spot]:
    columns: dict[str, int] = {}
    last = dict.fromkeys(lanes, -1)
    spots = []
    for rung in _upwards(content):
        below = [columns[step.start] for step in content.steps if step.end == rung.code and step.start in columns]
        column = max([last[rung.lane], *below]) + 1
        columns[rung.code] = last[rung.lane] = column
        spots.append(Spot(rung, column, lanes.index(rung.lane)))
    return spots


def _upwards(content: LadderContent) -> list[Rung]:
    """In the order of the file, but none before those from which a step leads to it."""
    waiting, placed = list(content.rungs), list[Rung]()
    while waiting:
        left = {rung.code for rung in waiting}
        ready = (rung for rung in waiting if not _comes_later(rung, left, content.steps))
        rung = next(ready, waiting[0])
        waiting.remove(rung)
        placed.append(rung)
    return placed


def _comes_later(rung: Rung, left: set[str], steps: Sequence[Step]) -> bool:
    return any(step.end == rung.code and step.start in left for step in steps)


def _ways(content: LadderContent, spots: dict[str, Spot]) -> tuple[Way, ...]:
    pathways = {pathway.code: pathway for pathway in content.pathways}
    first: dict[str, Way] = {}
    for step in content.steps:
        for code in step.pathways:
            if code in pathways:
                first.setdefault(code, Way(pathways[code], spots[step.start], spots[step.end]))
    return tuple(first.values())


def _links(content: LadderContent, spots: dict[str, Spot], ways: Sequence[Way]) -> tuple[Link, ...]:
    led = {(way.start.rung.code, way.end.rung.code) for way in ways}
    return tuple(
        Link(spots[step.start], spots[step.end], by_ways=(step.start, step.end) in led) for step in content.steps
    )
