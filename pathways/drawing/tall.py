"""The tall picture, for a phone: the ladder read from the bottom, with pathways between two rungs. Pure."""

from dataclasses import dataclass

from pathways.drawing.climbs import WIDTH, Climb, height_of, tracks_of
from pathways.drawing.columns import note_in_box
from pathways.drawing.grid import Grid, Link, Spot, beside_grade, grid_of
from pathways.drawing.letters import fitting, shortened, width_of, wrapped
from pathways.drawing.looks import BOLD, HERE, PATH, PATH_BEHIND, QUIET, WHITE, WHITE_BOLD, Look
from pathways.drawing.marks import NOBODY, Marks
from pathways.drawing.shapes import Box, Line, Picture, Track, Words
from pathways.drawing.wide import look_of
from pathways.schema.ladder import LadderContent, Rung

TOP = 12
HEADING = 26
LEFT = 14
TRUNK = 26
BOX = 36
BOX_OF_LANES = 50
BOX_LEAST, BOX_MOST = 52, 130
GAP = 26
APART = 12
INSIDE = 10
MARGINS = (5, WIDTH - 5)
TURN = 8


@dataclass(frozen=True)
class Level:
    """A column of the grid as it lies here: where its boxes begin and end, and where the room above them does."""

    top: float
    bottom: float
    above: float


@dataclass(frozen=True)
class Scene:
    """What is drawn: the grid, what is told of somebody, and where each level lies."""

    grid: Grid
    marks: Marks
    levels: tuple[Level, ...]

    @property
    def is_single(self) -> bool:
        return len(self.grid.lanes) == 1

    @property
    def box_width(self) -> float:
        """Of several lanes each has its share; else as wide as the longest name."""
        if not self.is_single:
            return (WIDTH - 2 * LEFT - APART) / len(self.grid.lanes)
        longest = max(width_of(spot.rung.brief, bold=True) for spot in self.grid.spots)
        return round(min(max(BOX_LEAST, longest + 2 * INSIDE), BOX_MOST), 1)

    def left(self, spot: Spot) -> float:
        return LEFT + spot.lane * (self.box_width + APART)

    def trunk(self, spot: Spot) -> float:
        return self.left(spot) + TRUNK

    def climbs(self, column: int) -> list[Climb]:
        """The pathways above a level."""
        ways = [way for way in self.grid.ways if way.start.column == column]
        return [
            Climb(
                way.pathway,
                self.trunk(way.start),
                self.trunk(way.end if way.end.column == column + 1 else way.start),
            )
            for way in ways
        ]


def tall(content: LadderContent, marks: Marks = NOBODY) -> Picture:
    """The whole ladder, 358 units wide; every rung and every pathway stands in it once."""
    grid = grid_of(content)
    scene = _laid(grid, marks)
    boxes = tuple(_box(scene, spot) for spot in grid.spots)
    words = (
        []
        if scene.is_single
        else [
            Words(str(lane.label), LEFT + place * (scene.box_width + APART), TOP + 6, BOLD)
            for place, lane in enumerate(grid.lanes)
        ]
    )
    if scene.is_single:
        words += [line for spot in grid.spots for line in _beside(scene, spot)]
    return Picture(
        width=WIDTH,
        height=scene.levels[0].bottom + TOP,
        bands=(),
        lines=tuple(_lines(scene)),
        tracks=tuple(_tracks(scene)),
        boxes=boxes,
        words=tuple(words),
    )


def _laid(grid: Grid, marks: Marks) -> Scene:
    """Levels from the top down; the room for pathways lies above the level they begin at."""
    bare = Scene(grid, marks, ())
    height = BOX if bare.is_single else BOX_OF_LANES
    y: float = TOP if bare.is_single else TOP + HEADING
    levels: list[Level] = []
    for column in reversed(range(grid.columns)):
        above = y
        if levels:
            climbs = bare.climbs(column)
            y += height_of(climbs) if climbs else GAP
        levels.append(Level(y, y + height, above))
        y += height
    return Scene(grid, marks, tuple(reversed(levels)))


def _tracks(scene: Scene) -> list[Track]:
    found: list[Track] = []
    for column, level in enumerate(scene.levels):
        climbs = scene.climbs(column)
        if climbs:
            found += tracks_of(climbs, scene.marks, top=level.above)
    return sorted(found, key=lambda track: track.code == scene.marks.pathway)


def _lines(scene: Scene) -> list[Line]:
    links = [link for link in scene.grid.links if not (link.by_ways and link.end.column == link.start.column + 1)]
    return [Line(_route(scene, link), _look(scene, link)) for link in links]


def _look(scene: Scene, link: Link) -> Look:
    return PATH_BEHIND if scene.marks.passed(link.start.rung.code, link.end.rung.code) else PATH


def _route(scene: Scene, link: Link) -> str:
    """Straight up, over to the other lane, or along the edge past what stands between."""
    level = scene.levels[link.start.column]
    to = scene.levels[link.end.column].bottom
    x, over = scene.trunk(link.start), scene.trunk(link.end)
    if link.end.column == link.start.column + 1 and not scene.grid.has_ways_after(link.start.column):
        middle = (level.top + to) / 2
        return f"M{x:g} {level.top:g}V{to:g}" if x == over else f"M{x:g} {level.top:g}V{middle:g}H{over:g}V{to:g}"
    begins = level.above if link.by_ways else level.top
    edge = MARGINS[link.start.lane > 0]
    return f"M{x:g} {begins:g}V{begins - TURN:g}H{edge}V{to + TURN:g}H{over:g}V{to:g}"


def _box(scene: Scene, spot: Spot) -> Box:
    """The box of a rung: on a single lane its name, or the whole width where she is; of several lanes two lines."""
    rung, top = spot.rung, scene.levels[spot.column].top
    look = look_of(rung, scene.grid, scene.marks)
    if not scene.is_single:
        return _box_of_lanes(scene, spot, look)
    if look is HERE:
        name = Words(shortened(rung.name, WIDTH - 150, bold=True), LEFT + INSIDE, top + 23, WHITE_BOLD)
        here = Words("you are here", WIDTH - LEFT - INSIDE, top + 23, WHITE, "end")
        return Box(rung.code, LEFT - 2, top, WIDTH - 2 * LEFT + 4, BOX, look, (name, here))
    name = Words(_name(scene, rung), LEFT + INSIDE, top + 23, BOLD)
    return Box(rung.code, LEFT, top, scene.box_width, BOX, look, (name,))


def _box_of_lanes(scene: Scene, spot: Spot, look: Look) -> Box:
    rung, x, top = spot.rung, scene.left(spot), scene.levels[spot.column].top
    room = scene.box_width - 2 * INSIDE
    looks = (WHITE_BOLD, WHITE) if look is HERE else (BOLD, QUIET)
    words = [Words(fitting([rung.title, rung.brief], room, bold=True), x + INSIDE, top + 21, looks[0])]
    if _stands(rung, scene):
        said = fitting([_stands(rung, scene), note_in_box(rung, scene.grid, scene.marks)], room)
        words.append(Words(said, x + INSIDE, top + 38, looks[1]))
    return Box(rung.code, x, top, scene.box_width, BOX_OF_LANES, look, tuple(words))


def _name(scene: Scene, rung: Rung) -> str:
    """What the box of a single lane calls its rung."""
    return shortened(rung.brief, scene.box_width - 2 * INSIDE + 1, bold=True)


def _beside(scene: Scene, spot: Spot) -> list[Words]:
    """What stands beside a box: its whole name where the box shows less, and how one gets there."""
    if spot.rung.code == scene.marks.here:
        return []
    x = scene.left(spot) + scene.box_width + INSIDE
    name = beside_grade(spot.rung)
    said = [name if name.casefold() != _name(scene, spot.rung).casefold() else "", _stands(spot.rung, scene)]
    lines = wrapped(" · ".join(filter(None, said)), WIDTH - x - 6, lines=2)
    base = scene.levels[spot.column].top + (23 if len(lines) == 1 else 15)
    return [Words(line, x, base + 16 * place, QUIET) for place, line in enumerate(lines)]


def _stands(rung: Rung, scene: Scene) -> str:
    if rung.code == scene.marks.here:
        return "you are here"
    if rung.code in scene.marks.behind:
        return "done" if rung.code in scene.marks.stood else ""
    if rung.reference:
        return "for reference"
    step = scene.grid.into.get(rung.code)
    return ", then ".join(mechanism.brief for mechanism in step.mechanisms) if step is not None else ""
