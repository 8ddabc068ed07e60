"""The same as a map in words: rung by rung from the bottom, with the pathways that lead on from each. Pure."""

from dataclasses import dataclass

from academy.ui.wording import within
from pathways.drawing.grid import Grid, Spot, grid_of
from pathways.drawing.marks import BEGUN, DONE, NOBODY, Marks
from pathways.schema.ladder import LadderContent, Pathway, Rung

STANDS = {DONE: "done", BEGUN: "in progress"}


@dataclass(frozen=True)
class WayTold:
    """A pathway with its stages, each with how it stands for her; nothing of one that is open."""

    pathway: Pathway
    is_hers: bool
    stages: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RungTold:
    """A rung in the order of the map: what is said of it, and the pathways from it."""

    rung: Rung
    says: str
    is_here: bool
    ways: tuple[WayTold, ...]


def told(content: LadderContent, marks: Marks = NOBODY) -> tuple[RungTold, ...]:
    """Every rung and every pathway, in the order in which steps lead up."""
    grid = grid_of(content)
    return tuple(_told(spot, grid, marks) for spot in grid.spots)


def about(content: LadderContent, marks: Marks = NOBODY) -> str:
    """What the picture shows, for who does not see it."""
    names = {rung.code: rung.name for rung in content.rungs}
    ways = {way.code: way.title for way in content.pathways}
    where = f"You are at {names[marks.here]}" if marks.here else ""
    if where and marks.pathway in ways:
        where += f" on the pathway {ways[marks.pathway]}"
    number = f"{len(ways)} pathway{'' if len(ways) == 1 else 's'}"
    whole = f"{content.rungs[0].name} to {content.rungs[-1].name}, with {number}"
    return ". ".join(filter(None, [where, whole, "The same is a list under the picture."]))


def _told(spot: Spot, grid: Grid, marks: Marks) -> RungTold:
    ways = tuple(_way(way.pathway, marks) for way in grid.ways_after(spot.column, spot.lane))
    return RungTold(spot.rung, _says(spot.rung, grid, marks), spot.rung.code == marks.here, ways)


def _says(rung: Rung, grid: Grid, marks: Marks) -> str:
    if rung.code in marks.stood:
        return marks.stood[rung.code]
    if rung.code in marks.behind:
        return "behind you"
    if rung.reference:
        return "shown for reference"
    step = grid.into.get(rung.code)
    return within(step.how) if step is not None else "where people begin"


def _way(pathway: Pathway, marks: Marks) -> WayTold:
    stages = tuple(
        (stage.title, STANDS.get(marks.stages.get((pathway.code, stage.code), ""), "")) for stage in pathway.stages
    )
    return WayTold(pathway, pathway.code == marks.pathway, stages)
