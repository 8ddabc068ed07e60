"""Pathways in the tall picture: up to four side by side, each with its name in a box; more of them one above the other,
as rungs between two posts. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from pathways.drawing.letters import SIZE, fitting
from pathways.drawing.looks import BOLD, NAME, NAME_MINE, PATH, PATH_MINE, WHITE_BOLD
from pathways.drawing.marks import Marks
from pathways.drawing.shapes import Box, Line, Stop, Track, Words
from pathways.schema.ladder import Pathway

WIDTH = 358
EDGE = 9
FEW = 4
CURVE = 76
STOP_APART = 28
NAME_HEIGHT = 36
NAME_MOST = 170
COMB_ROW = 46
COMB_END = 14
LEFT_POST, RIGHT_POST = 22, 342
FIRST_STOP, LAST_STOP = 48, 320


@dataclass(frozen=True)
class Climb:
    """A pathway from below to above: `start` and `end` say at which x it sets out and arrives."""

    pathway: Pathway
    start: float
    end: float


def height_of(climbs: Sequence[Climb]) -> float:
    """The room these need."""
    if len(climbs) > FEW:
        return len(climbs) * COMB_ROW + 2 * COMB_END
    return 2 * CURVE + NAME_HEIGHT + 2 * _side(climbs)


def tracks_of(climbs: Sequence[Climb], marks: Marks, *, top: float) -> list[Track]:
    """All of them between two heights, in their order."""
    bottom = top + height_of(climbs)
    if len(climbs) > FEW:
        return [
            _rung(climb, marks, y=bottom - COMB_END - 8 - place * COMB_ROW, ends=(top, bottom))
            for place, climb in enumerate(climbs)
        ]
    apart = (WIDTH - 2 * EDGE) / len(climbs)
    side = _side(climbs)
    return [
        _climb(climb, marks, x=EDGE + (place + 0.5) * apart, ends=(top, bottom), room=(apart - 6, side))
        for place, climb in enumerate(climbs)
    ]


def _side(climbs: Sequence[Climb]) -> float:
    """From the name to the farthest stop: half of the stages stand below it."""
    most = max(len(climb.pathway.stages) for climb in climbs)
    return STOP_APART * ((most + 1) // 2)


def _climb(climb: Climb, marks: Marks, *, x: float, ends: tuple[float, float], room: tuple[float, float]) -> Track:
    top, bottom = ends
    width, side = min(room[0], NAME_MOST), room[1]
    way, middle = climb.pathway, top + CURVE + side + NAME_HEIGHT / 2
    is_mine = way.code == marks.pathway
    x = round(x, 1)
    line = Line(
        f"M{climb.start:g} {bottom:g}C{climb.start:g} {bottom - 46:g} {x:g} {bottom - 20:g} {x:g} {bottom - CURVE:g}"
        f"V{top + CURVE:g}C{x:g} {top + 20:g} {climb.end:g} {top + 46:g} {climb.end:g} {top:g}",
        PATH_MINE if is_mine else PATH,
    )
    return Track(
        way.code,
        line,
        _stops(way, marks, x=x, middle=middle),
        name=_name(way, is_mine=is_mine, x=x, middle=middle, width=width),
    )


def _stops(way: Pathway, marks: Marks, *, x: float, middle: float) -> tuple[Stop, ...]:
    below = (len(way.stages) + 1) // 2
    from_name = NAME_HEIGHT / 2 + STOP_APART - 4
    heights = [middle + from_name + STOP_APART * (below - 1 - place) for place in range(below)]
    heights += [middle - from_name - STOP_APART * place for place in range(len(way.stages) - below)]
    return tuple(Stop(x, y, marks.stop(way.code, stage.code)) for stage, y in zip(way.stages, heights, strict=True))


def _name(way: Pathway, *, is_mine: bool, x: float, middle: float, width: float) -> Box:
    said = fitting([way.title, way.brief], width - 8, bold=True)
    words = Words(said, x, round(middle + SIZE / 3, 1), WHITE_BOLD if is_mine else BOLD, "middle")
    left, top = round(x - width / 2, 1), round(middle - NAME_HEIGHT / 2, 1)
    return Box(way.code, left, top, round(width, 1), NAME_HEIGHT, NAME_MINE if is_mine else NAME, (words,))


def _rung(climb: Climb, marks: Marks, *, y: float, ends: tuple[float, float]) -> Track:
    top, bottom = ends
    way = climb.pathway
    is_mine = way.code == marks.pathway
    line = Line(
        f"M{climb.start:g} {bottom:g}V{bottom - 8:g}H{LEFT_POST}V{y:g}H{RIGHT_POST}V{top + 8:g}H{climb.end:g}V{top:g}",
        PATH_MINE if is_mine else PATH,
    )
    apart = min(STOP_APART, (LAST_STOP - FIRST_STOP) / max(1, len(way.stages) - 1))
    stops = tuple(
        Stop(round(FIRST_STOP + place * apart, 1), y, marks.stop(way.code, stage.code))
        for place, stage in enumerate(way.stages)
    )
    room = RIGHT_POST - LEFT_POST - 2 * SIZE
    said = fitting([way.title, way.brief], room, bold=True)
    return Track(way.code, line, stops, (Words(said, FIRST_STOP - 10, y - 15, BOLD),))
