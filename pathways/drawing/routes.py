"""The lines of the wide picture: steps from box to box, and pathways as bows with their stages as stops. Pure."""

from dataclasses import dataclass

from pathways.drawing.columns import CURVE_IN, CURVE_OUT, EDGE, is_named
from pathways.drawing.grid import Grid, Link, Spot, Way
from pathways.drawing.heights import LINE, PITCH, Strip, ways_height
from pathways.drawing.letters import fitting, wrapped
from pathways.drawing.looks import BOLD, PATH, PATH_BEHIND, PATH_MINE, QUIET, Look
from pathways.drawing.marks import Marks
from pathways.drawing.shapes import Box, Line, Stop, Track, Words

TURN = 6
FIRST_STOP = 10
MARGIN = EDGE / 2
MINE = ": your pathway"


@dataclass(frozen=True)
class Scene:
    """What lines are drawn into: the boxes by their rungs and the lanes of the rows."""

    grid: Grid
    marks: Marks
    strips: tuple[Strip, ...]
    boxes: dict[str, Box]

    def strip(self, spot: Spot) -> Strip:
        return next(each for each in self.strips if each.lane == spot.lane and each.row.holds(spot.column))

    def box(self, spot: Spot) -> Box:
        return self.boxes[spot.rung.code]

    def after(self, spot: Spot) -> float:
        """Where the room for pathways behind a rung ends; at its box where there is none."""
        return self.box(spot).right + self.strip(spot).row.column(spot.column).ways

    def follows(self, start: Spot, end: Spot) -> bool:
        """Does a rung stand in the next column of the same row?"""
        return end.column == start.column + 1 and self.strip(start).row.holds(end.column)


def links_of(scene: Scene) -> tuple[Line, ...]:
    """A line for every step but those whose pathways lead up to the next box."""
    links = [link for link in scene.grid.links if not (link.by_ways and scene.follows(link.start, link.end))]
    return tuple(Line(_route(scene, link), _look(scene, link)) for link in links)


def tracks_of(scene: Scene) -> tuple[Track, ...]:
    """Every pathway, hers last, so that her line lies on top."""
    found = []
    for spot in scene.grid.spots:
        ways = scene.grid.ways_after(spot.column, spot.lane)
        top = scene.strip(spot).axis - ways_height(len(ways))
        found += [_track(scene, way, y=top + place * PITCH, is_top=not place) for place, way in enumerate(ways)]
    return tuple(sorted(found, key=lambda track: track.code == scene.marks.pathway))


def _look(scene: Scene, link: Link) -> Look:
    return PATH_BEHIND if scene.marks.passed(link.start.rung.code, link.end.rung.code) else PATH


def _route(scene: Scene, link: Link) -> str:
    """From box to box: straight, by a bow to the other lane, or around what stands between."""
    start, end = scene.strip(link.start), scene.strip(link.end)
    x = scene.after(link.start) if link.by_ways else scene.box(link.start).right
    to = scene.box(link.end).x
    if scene.follows(link.start, link.end):
        free = scene.after(link.start)
        bow = f"C{_n((free + to) / 2)} {start.axis:g} {_n((free + to) / 2)} {end.axis:g} {to:g} {end.axis:g}"
        return f"M{x:g} {start.axis:g}H{to:g}" if start is end else f"M{x:g} {start.axis:g}H{free:g}{bow}"
    out = scene.after(link.start) + TURN
    leaves = f"M{x:g} {start.axis:g}H{_n(out)}V{_n(start.gutter)}"
    if start.row is end.row:
        return f"{leaves}H{_n(to - TURN)}V{end.axis:g}H{to:g}"
    if link.end.column == end.row.columns[0].number:
        return f"{leaves}H{MARGIN:g}V{end.axis:g}H{to:g}"
    return f"{leaves}H{MARGIN:g}V{_n(end.gutter)}H{_n(to - TURN)}V{end.axis:g}H{to:g}"


def _track(scene: Scene, way: Way, *, y: float, is_top: bool) -> Track:
    """One pathway on its own height: bow, name above it, stops on it, what they are below it. No other comes down
    above the topmost, so its name has all the room."""
    axis, x = scene.strip(way.start).axis, scene.box(way.start).right
    end = scene.after(way.start)
    begins, ends = x + CURVE_IN, end - CURVE_OUT
    to, at = (scene.box(way.end).x, scene.strip(way.end).axis) if scene.follows(way.start, way.end) else (end, axis)
    bow_in = f"C{_n(x + 24)} {axis:g} {_n(x + 16)} {_n(y)} {_n(begins)} {_n(y)}"
    bow_out = f"C{_n(ends + 26)} {_n(y)} {_n(to - 34)} {at:g} {to:g} {at:g}"
    is_mine = way.pathway.code == scene.marks.pathway
    line = Line(f"M{x:g} {axis:g}{bow_in}H{_n(ends)}{bow_out}", PATH_MINE if is_mine else PATH)
    stops, words = _stops(scene, way, begins=begins, ends=ends, y=y)
    name = Words(_name(way, (to if is_top else ends) - begins, is_mine=is_mine), _n(begins - 2), _n(y - LINE), BOLD)
    return Track(way.pathway.code, line, stops, (name, *words))


def _name(way: Way, room: float, *, is_mine: bool) -> str:
    said = [way.pathway.title, way.pathway.brief]
    if is_mine:
        said = [*(f"{each}{MINE}" for each in said), *said]
    return fitting(said, room, bold=True)


def _stops(
    scene: Scene, way: Way, *, begins: float, ends: float, y: float
) -> tuple[tuple[Stop, ...], tuple[Words, ...]]:
    stages = way.pathway.stages
    apart = (ends - begins - FIRST_STOP) / len(stages)
    stops, words = [], []
    for place, stage in enumerate(stages):
        x = _n(begins + FIRST_STOP + place * apart)
        stops.append(Stop(x, _n(y), scene.marks.stop(way.pathway.code, stage.code)))
        if is_named(way):
            lines = wrapped(fitting([stage.title, stage.brief], 1.7 * apart), apart - TURN, lines=2)
            words += [Words(line, _n(x - 8), _n(y + 25 + 15 * row), QUIET) for row, line in enumerate(lines)]
    if not is_named(way):
        words = [Words(f"{len(stages)} stages", _n(begins), _n(y + 25), QUIET)]
    return tuple(stops), tuple(words)


def _n(number: float) -> float:
    return round(number, 1)
