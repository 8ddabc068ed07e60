"""How wide the columns of the wide picture are, and which stand in one row of it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pathways.drawing.grid import Grid, Spot, Way, beside_grade
from pathways.drawing.letters import longest_word, width_of, wrapped
from pathways.drawing.marks import Marks
from pathways.schema.ladder import Rung

WIDTH = 1140
EDGE = 18
PAD = 6
GAP = 12
GAP_OF_BANDS = 20
INSIDE = 8
BOX_LEAST, BOX_MOST = 62, 128
LINES_IN_BOX = 2
# Pathways of more stages than this are drawn with plain stops, which the list names.
STAGES_NAMED = 4
CURVE_IN, CURVE_OUT = 42, 46
STAGE, STAGE_PLAIN = 72, 34
GROWS_BOX, GROWS_WAYS, GROWS_GAP = 24, 150, 30


@dataclass(frozen=True)
class Column:
    """One column: how wide its boxes are, the room for pathways behind it, and the gap before the next."""

    number: int
    box: float
    ways: float
    gap: float

    @property
    def whole(self) -> float:
        return self.box + self.ways + self.gap


@dataclass(frozen=True)
class Row:
    """Columns that stand side by side; `lefts` says where each begins."""

    columns: tuple[Column, ...]
    lefts: tuple[float, ...]

    def left(self, number: int) -> float:
        return self.lefts[number - self.columns[0].number]

    def column(self, number: int) -> Column:
        return self.columns[number - self.columns[0].number]

    def holds(self, number: int) -> bool:
        return self.columns[0].number <= number <= self.columns[-1].number


def name_in_box(rung: Rung) -> tuple[str, ...]:
    """What a box calls its rung, in a line or two; the grade stands above it."""
    return wrapped(rung.short or beside_grade(rung) or rung.title, BOX_MOST - 2 * INSIDE, lines=LINES_IN_BOX, bold=True)


def note_in_box(rung: Rung, grid: Grid, marks: Marks) -> str:
    """The small line under it: where she is, what is done, else how one gets there."""
    if rung.code == marks.here:
        return "you are here"
    if rung.code in marks.behind:
        return "done" if rung.code in marks.stood else ""
    return "reference" if rung.reference else grid.how_to(rung)


def rows_of(grid: Grid, marks: Marks) -> list[Row]:
    """Columns in as few rows as there is room for, spread over the whole width."""
    columns = [_column(number, grid, marks) for number in range(grid.columns)]
    if sum(column.whole for column in columns) - columns[-1].gap + 2 * PAD <= WIDTH:
        return [_row(columns, left=PAD, room=WIDTH - 2 * PAD)]
    left, room = EDGE + PAD, WIDTH - 2 * EDGE - 2 * PAD
    return [_row(some, left=left, room=room) for some in _broken(columns, room)]


def same_band(before: Rung, after: Rung) -> bool:
    """Do two rungs of a lane, one after the other, stand on the same ground?"""
    return before.grade == after.grade


def _column(number: int, grid: Grid, marks: Marks) -> Column:
    spots = [spot for spot in grid.spots if spot.column == number]
    following = [spot for spot in grid.spots if spot.column == number + 1]
    ways = [way for way in grid.ways if way.start.column == number]
    box = max(_box_width(spot.rung, note_in_box(spot.rung, grid, marks)) for spot in spots)
    said = [grid.into[spot.rung.code].how for spot in spots if spot.rung.code in grid.into]
    box = max([box, *(longest_word(each) + 3 for each in said)])
    if any(spot.rung.code == marks.here for spot in spots):
        box = max(box, width_of(marks.name, bold=True) + 2 * INSIDE)
    gap = GAP if _go_on(spots, following) else GAP_OF_BANDS
    return Column(number, min(box, BOX_MOST), _ways_width(ways), gap)


def _go_on(spots: Sequence[Spot], following: Sequence[Spot]) -> bool:
    """Does every lane stay on the same ground?"""
    pairs = [(each, after) for each in spots for after in following if each.lane == after.lane]
    return bool(pairs) and all(same_band(each.rung, after.rung) for each, after in pairs)


def _box_width(rung: Rung, note: str) -> float:
    lines = [width_of(line, bold=True) for line in name_in_box(rung)]
    words = max([*lines, width_of(note), longest_word(beside_grade(rung)) if rung.grade_shown else 0])
    return min(max(BOX_LEAST, words + 2 * INSIDE), BOX_MOST)


def _ways_width(ways: Sequence[Way]) -> float:
    if not ways:
        return 0
    return max(
        CURVE_IN + CURVE_OUT + len(way.pathway.stages) * (STAGE if is_named(way) else STAGE_PLAIN) for way in ways
    )


def is_named(way: Way) -> bool:
    """Are the stages of the pathway written beside its stops?"""
    return len(way.pathway.stages) <= STAGES_NAMED


def _broken(columns: Sequence[Column], room: float) -> list[list[Column]]:
    rows: list[list[Column]] = [[]]
    for column in columns:
        used = sum(each.whole for each in rows[-1])
        if rows[-1] and used + column.whole > room:
            rows.append([])
        rows[-1].append(column)
    return rows


def _row(columns: Sequence[Column], *, left: float, room: float) -> Row:
    spread = _spread(columns, room)
    lefts, x = [], left
    for column in spread:
        lefts.append(round(x, 1))
        x += column.whole
    return Row(tuple(spread), tuple(lefts))


def _spread(columns: Sequence[Column], room: float) -> list[Column]:
    """Room that is left goes to the pathways, then to the boxes, then between them."""
    left = room - sum(column.whole for column in columns) + columns[-1].gap
    with_ways = sum(column.ways > 0 for column in columns)
    ways = min(GROWS_WAYS, left / with_ways) if with_ways else 0
    left -= ways * with_ways
    box = min(GROWS_BOX, left / len(columns))
    left -= box * len(columns)
    gap = min(GROWS_GAP, left / (len(columns) - 1)) if len(columns) > 1 else 0
    return [
        replace(
            column,
            box=column.box + box,
            ways=column.ways + (ways if column.ways else 0),
            gap=column.gap + gap,
        )
        for column in columns
    ]
