"""How high the lanes of the wide picture are, row by row. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from pathways.drawing.columns import LINES_IN_BOX, PAD, Row, name_in_box, same_band
from pathways.drawing.grid import Grid, Spot, beside_grade
from pathways.drawing.letters import MORE, in_numbers, shortened, wrapped
from pathways.drawing.marks import Marks
from pathways.drawing.shapes import HEADING

BOX = 58
LINE = 17
PLATE = 62
PITCH = 76
ABOVE_WAY, BELOW_WAY = 34, 50
ROOM = 12
GUTTER = 14
HEAD = 34
NOTE_LINES = 4


@dataclass(frozen=True)
class Ground:
    """What stands on one ground in a row: rungs of one grade in one lane, with its heading and what is said below."""

    spots: tuple[Spot, ...]
    left: float
    right: float
    heading: str
    about: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Strip:
    """One lane of one row: where it begins, where its headings end, on which line its boxes stand, where it ends; below
    it is the gutter."""

    row: Row
    lane: int
    top: float
    head: float
    axis: float
    bottom: float
    grounds: tuple[Ground, ...]

    @property
    def gutter(self) -> float:
        return self.bottom + GUTTER / 2


def box_height(grid: Grid) -> float:
    """Boxes are of one height: higher where a name takes two lines."""
    lines = max(len(name_in_box(spot.rung)) for spot in grid.spots)
    return BOX if lines < LINES_IN_BOX else BOX + LINE


def strips_of(grid: Grid, rows: Sequence[Row], marks: Marks) -> list[Strip]:
    """The lanes of every row, from the top; a lane without a rung in a row takes no room there."""
    strips: list[Strip] = []
    top = 0.0
    for row in rows:
        for lane in range(len(grid.lanes)):
            spots = [spot for spot in grid.spots if spot.lane == lane and row.holds(spot.column)]
            if spots:
                strips.append(_strip(spots, grid, row, marks=marks, top=top))
                top = strips[-1].bottom + GUTTER
    return strips


def ways_height(count: int) -> float:
    """From the axis to the outermost of so many pathways, half of them above it."""
    return (count - 1) / 2 * PITCH if count else 0


def _strip(spots: Sequence[Spot], grid: Grid, row: Row, *, marks: Marks, top: float) -> Strip:
    grounds = tuple(_ground(some, grid, row, is_first=not place) for place, some in enumerate(_together(spots)))
    lane = spots[0].lane
    half = box_height(grid) / 2
    is_here = any(spot.rung.code == marks.here for spot in spots)
    counts = [len(grid.ways_after(spot.column, lane)) for spot in spots]
    above = max([half + (PLATE if is_here else ROOM), *(ways_height(each) + ABOVE_WAY for each in counts if each)])
    below = max([half + ROOM, *(ways_height(each) + BELOW_WAY for each in counts if each)])
    head = HEAD if any(ground.heading for ground in grounds) else ROOM / 2
    axis = top + head + max(len(ground.about) for ground in grounds) * LINE + above
    notes = max(len(ground.notes) for ground in grounds) * LINE
    return Strip(row, lane, top, top + head, axis, axis + below + notes + ROOM / 2, grounds)


def _together(spots: Sequence[Spot]) -> list[list[Spot]]:
    """Spots of one lane on one ground: of one grade, in columns that follow each other."""
    found: list[list[Spot]] = []
    for spot in sorted(spots, key=lambda spot: spot.column):
        before = found[-1][-1] if found else None
        if before is not None and before.column + 1 == spot.column and same_band(before.rung, spot.rung):
            found[-1].append(spot)
        else:
            found.append([spot])
    return found


def _ground(spots: Sequence[Spot], grid: Grid, row: Row, *, is_first: bool) -> Ground:
    first, last = spots[0], spots[-1]
    lane = (str(grid.lanes[first.lane].label),) if is_first and len(grid.lanes) > 1 else ()
    column = row.column(last.column)
    left, right = row.left(first.column) - PAD, row.left(last.column) + column.box + column.ways + PAD
    room = right - left - ROOM - 1
    heading = shortened(first.rung.grade_shown, room, size=HEADING, bold=True)
    return Ground(
        spots=tuple(spots),
        left=left,
        right=right,
        heading=heading,
        about=(*lane, *(wrapped(_title(spots), room, lines=2) if heading else ())),
        notes=_notes(spots, grid, room),
    )


def _title(spots: Sequence[Spot]) -> str:
    """What a grade of one rung is called; nothing where its name is the grade, or where it has several rungs."""
    name = beside_grade(spots[0].rung)
    return name if len(spots) == 1 and name != " ".join(name_in_box(spots[0].rung)) else ""


def _notes(spots: Sequence[Spot], grid: Grid, room: float) -> tuple[str, ...]:
    """What is said below, whole; else its first part, if that has room."""
    said = _note(spots, grid)
    whole, part = (wrapped(each, room, lines=NOTE_LINES) for each in (said, said.partition(",")[0]))
    return part if part and whole[-1].endswith(MORE) else whole


def _note(spots: Sequence[Spot], grid: Grid) -> str:
    ways = sum(len(grid.ways_after(spot.column, spot.lane)) for spot in spots)
    if ways > 1:
        return f"{in_numbers(ways)} pathways lead on. One is chosen; it may change with the manager’s agreement."
    step = grid.into.get(spots[0].rung.code)
    return step.how if step is not None else ""
