"""The wide picture, for a desk: grades side by side on bands, boxes in the order of the ladder, pathways as bows
between them. A ladder too long for the width goes on in the next row. Pure."""

from collections.abc import Iterator

from pathways.drawing.columns import INSIDE, PAD, WIDTH, name_in_box, note_in_box, rows_of
from pathways.drawing.grid import Grid, Spot, grid_of
from pathways.drawing.heights import GUTTER, LINE, ROOM, Strip, box_height, strips_of
from pathways.drawing.letters import shortened
from pathways.drawing.looks import BEHIND, BOLD, FAR, GRADE, HERE, QUIET, SHOWN, STEP, WHITE, WHITE_BOLD, Look
from pathways.drawing.marks import NOBODY, Marks
from pathways.drawing.routes import Scene, links_of, tracks_of
from pathways.drawing.shapes import Band, Box, Picture, Plate, Words
from pathways.schema.ladder import LadderContent, Rung

PLATE_HEIGHT = 31
PLATE_ABOVE = 53


def wide(content: LadderContent, marks: Marks = NOBODY) -> Picture:
    """The whole ladder, 1140 units wide; every rung and every pathway stands in it once."""
    grid = grid_of(content)
    strips = strips_of(grid, rows_of(grid, marks), marks)
    boxes = {spot.rung.code: _box(spot, grid, marks, strip=_strip(strips, spot)) for spot in grid.spots}
    scene = Scene(grid, marks, tuple(strips), boxes)
    return Picture(
        width=WIDTH,
        height=round(strips[-1].bottom + (GUTTER if _goes_round(grid) else 0), 1),
        bands=tuple(_bands(grid, strips)),
        lines=links_of(scene),
        tracks=tracks_of(scene),
        boxes=tuple(boxes.values()),
        plate=_plate(boxes.get(marks.here), marks),
    )


def look_of(rung: Rung, grid: Grid, marks: Marks) -> Look:
    """Where she is, what lies behind her, what comes next, and what is far."""
    if rung.code == marks.here:
        return HERE
    if rung.code in marks.behind:
        return BEHIND
    if rung.reference:
        return SHOWN
    is_next = not marks.here or any(
        link.end.rung.code == rung.code and link.start.rung.code == marks.here for link in grid.links
    )
    return STEP if is_next else FAR


def _goes_round(grid: Grid) -> bool:
    return any(link.end.column != link.start.column + 1 for link in grid.links)


def _strip(strips: list[Strip], spot: Spot) -> Strip:
    return next(strip for strip in strips if strip.lane == spot.lane and strip.row.holds(spot.column))


def _box(spot: Spot, grid: Grid, marks: Marks, *, strip: Strip) -> Box:
    height = box_height(grid)
    x, width = strip.row.left(spot.column), round(strip.row.column(spot.column).box, 1)
    y = strip.axis - height / 2
    look = look_of(spot.rung, grid, marks)
    lines = name_in_box(spot.rung)
    note = shortened(note_in_box(spot.rung, grid, marks), width - 2 * INSIDE + 1)
    base = y + (height - LINE * (len(lines) + bool(note))) / 2 + 13
    looks = (WHITE_BOLD, WHITE) if look is HERE else (BOLD, QUIET)
    words = [Words(line, x + INSIDE, round(base + LINE * place, 1), looks[0]) for place, line in enumerate(lines)]
    if note:
        words.append(Words(note, x + INSIDE, round(base + LINE * len(lines) + 1, 1), looks[1]))
    return Box(spot.rung.code, x, round(y, 1), width, height, look, tuple(words))


def _bands(grid: Grid, strips: list[Strip]) -> Iterator[Band]:
    for strip in strips:
        for ground in strip.grounds:
            x = ground.left + ROOM - PAD / 2
            words = [Words(ground.heading, x, strip.top + 28, GRADE)] if ground.heading else []
            base = strip.head + 13
            words += [Words(line, x, base + LINE * place, QUIET) for place, line in enumerate(ground.about)]
            base = strip.bottom - ROOM - LINE * (len(ground.notes) - 1)
            words += [Words(line, x, round(base + LINE * place, 1), QUIET) for place, line in enumerate(ground.notes)]
            yield Band(
                round(ground.left, 1),
                round(strip.top, 1),
                round(ground.right - ground.left, 1),
                round(strip.bottom - strip.top, 1),
                tuple(words),
            )


def _plate(here: Box | None, marks: Marks) -> Plate | None:
    if here is None or not marks.name:
        return None
    middle, top = round(here.x + here.width / 2, 1), here.y
    name = Words(shortened(marks.name, here.width - 2 * INSIDE, bold=True), middle, top - 33, WHITE_BOLD, "middle")
    box = Box(here.code, here.x, top - PLATE_ABOVE, here.width, PLATE_HEIGHT, HERE, (name,))
    return Plate(box, f"M{middle} {top - 9}l-11 -14h22z")
