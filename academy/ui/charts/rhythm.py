"""The 12-week rhythm: one box per stretch, a dot per entry, empty stretches dashed, a line for today."""

from dataclasses import dataclass
from datetime import date

from academy.ui.charts.series import Series

WIDTH = 360
GAP = 4
DOT_ROOM = 8
DOT_APART = 11.5
ROWS = (44, 32, 56)
WIDTH_FOR_WORDS = 60
WIDTH_FOR_A_DATE = 44


@dataclass(frozen=True)
class Dot:
    """One entry: where in its stretch (0 the first day, 1 the last) and which way of learning."""

    position: float
    series: Series | str


@dataclass(frozen=True)
class Stretch:
    """A stretch with its first and last day and what was written in it."""

    starts_on: date
    ends_on: date
    dots: tuple[Dot, ...] = ()

    def count(self, series: Series) -> int:
        """How many entries of one way of learning."""
        return sum(dot.series == series for dot in self.dots)


@dataclass(frozen=True)
class RhythmStrip:
    """The stretches to draw, oldest first, and the day it is."""

    stretches: tuple[Stretch, ...]
    today: date


@dataclass(frozen=True)
class PlacedDot:
    """Where a dot is drawn and in which style."""

    x: float
    y: int
    mark: str


@dataclass(frozen=True)
class Cell:
    """A stretch as it is drawn; `words` and `starts_on` are left out where there is no room for them."""

    x: float
    width: float
    words: str
    starts_on: date | None
    dots: tuple[PlacedDot, ...]

    @property
    def is_empty(self) -> bool:
        return not self.dots


@dataclass(frozen=True)
class RhythmDrawing:
    """Everything the template needs, in units of a box 360 wide."""

    cells: tuple[Cell, ...]
    today_x: float | None
    description: str


def rhythm_drawing(strip: RhythmStrip) -> RhythmDrawing:
    """Where everything stands."""
    number = len(strip.stretches)
    width = (WIDTH - GAP * (number - 1)) / number if number else 0
    cells = tuple(
        _cell(stretch, x=round(index * (width + GAP), 1), width=round(width, 1), index=index)
        for index, stretch in enumerate(strip.stretches)
    )
    return RhythmDrawing(cells, _today_x(strip, cells), description(strip))


def description(strip: RhythmStrip) -> str:
    """The picture in sentences, for whoever does not see it."""
    if not strip.stretches:
        return "There is no stretch to show yet."
    empty = sum(not stretch.dots for stretch in strip.stretches)
    counts = ", ".join(str(len(stretch.dots)) for stretch in strip.stretches)
    last = strip.stretches[-1]
    now = f"The latest, until {_day(last.ends_on)}, holds {entries_in_words(len(last.dots))}."
    return f"Entries per stretch, oldest first: {counts}. {_empty_in_words(empty)} {now}"


def entries_in_words(number: int) -> str:
    """No entry, 1 entry, 2 entries."""
    return {0: "no entry", 1: "1 entry"}.get(number, f"{number} entries")


def _empty_in_words(number: int) -> str:
    return {0: "None is empty.", 1: "One is empty."}.get(number, f"{number} are empty.")


def _cell(stretch: Stretch, *, x: float, width: float, index: int) -> Cell:
    count = len(stretch.dots)
    words = entries_in_words(count) if count else "empty"
    if width < WIDTH_FOR_WORDS:
        words = str(count)
    has_date = width >= WIDTH_FOR_A_DATE or index % 2 == 0
    return Cell(x, width, words, stretch.starts_on if has_date else None, _placed(stretch.dots, x=x, width=width))


def _placed(dots: tuple[Dot, ...], *, x: float, width: float) -> tuple[PlacedDot, ...]:
    """Dots in order of time, moved up or down a row where they would lie on each other."""
    last_in_row = dict.fromkeys(ROWS, float("-inf"))
    placed = []
    for dot in sorted(dots, key=lambda dot: dot.position):
        at = round(x + DOT_ROOM + min(max(dot.position, 0), 1) * max(width - 2 * DOT_ROOM, 0), 1)
        row = next((row for row in ROWS if at - last_in_row[row] >= DOT_APART), ROWS[0])
        last_in_row[row] = at
        placed.append(PlacedDot(at, row, Series(dot.series).mark))
    return tuple(placed)


def _today_x(strip: RhythmStrip, cells: tuple[Cell, ...]) -> float | None:
    for stretch, cell in zip(strip.stretches, cells, strict=True):
        if stretch.starts_on <= strip.today <= stretch.ends_on:
            days = (stretch.ends_on - stretch.starts_on).days + 1
            return round(cell.x + cell.width * ((strip.today - stretch.starts_on).days + 0.5) / days, 1)
    return None


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
