"""What is wrong with a ladder as a drawing: steps that lead nowhere, in a circle, or past a rung. Pure.

Every fault names the rung or the number of the step it stands at, so that a file can be told line by line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Arrow:
    """A step from one rung to another, by their codes."""

    start: str
    end: str


@dataclass(frozen=True)
class Fault:
    """What is wrong and with what: the rung's number, or the step's."""

    says: str
    rung: int | None = None
    step: int | None = None


def faults_of(rungs: Sequence[str], arrows: Sequence[Arrow], *, entries: frozenset[str]) -> list[Fault]:
    """Everything wrong with the drawing. `entries` are the rungs on which people begin, or stand for reference only."""
    found = [*_to_nowhere(rungs, arrows), *_twice(arrows)]
    return found or _in_a_circle(arrows) or [*_unreached(rungs, arrows, entries)]


def reached_from(start: str, arrows: Sequence[Arrow]) -> frozenset[str]:
    """All rungs that lie above one, by whatever steps."""
    above: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        ends = {arrow.end for arrow in arrows if arrow.start == here} - above
        above |= ends
        waiting += ends
    return frozenset(above)


def _to_nowhere(rungs: Sequence[str], arrows: Sequence[Arrow]) -> Iterator[Fault]:
    known = ", ".join(rungs)
    for number, arrow in enumerate(arrows):
        for code in (arrow.start, arrow.end):
            if code not in rungs:
                yield Fault(f"there is no rung {code}. Rungs of this ladder are {known}", step=number)
        if arrow.start == arrow.end:
            yield Fault(f"it leads from {arrow.start} to itself. Name the rung above", step=number)


def _twice(arrows: Sequence[Arrow]) -> Iterator[Fault]:
    seen: set[Arrow] = set()
    for number, arrow in enumerate(arrows):
        if arrow in seen:
            yield Fault(f"there is a step from {arrow.start} to {arrow.end} already. Make them one", step=number)
        seen.add(arrow)


def _in_a_circle(arrows: Sequence[Arrow]) -> list[Fault]:
    for number, arrow in enumerate(arrows):
        if arrow.start in reached_from(arrow.end, arrows):
            says = f"from {arrow.end} steps lead back to {arrow.start}: a circle. A ladder only leads up"
            return [Fault(says, step=number)]
    return []


def _unreached(rungs: Sequence[str], arrows: Sequence[Arrow], entries: frozenset[str]) -> Iterator[Fault]:
    reached = entries.union(*(reached_from(code, arrows) for code in entries))
    for number, code in enumerate(rungs):
        if code not in reached:
            says = f"nobody can reach {code}: no step leads up to it. Add one, or say entry: true where people begin"
            yield Fault(says, rung=number)
