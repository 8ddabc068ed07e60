"""A year as a line of time on a broad page, with dates above and observations below it. Pure.

Words are put where none is in the way of another: each label takes the first row in which there is room for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

WIDTH, EDGE = 1140, 12
BAR, BAR_HEIGHT = 26, 26
LABEL, BELOW_LABEL = 36, 18
LETTER, LETTER_BOLD = 6.9, 7.2
APART = 12
QUARTER = (1, 4, 7, 10)
BY = "by"
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Mark:
    """A date in the picture. `look` is how it stands, by its class of style; `below` are observations."""

    on: date
    title: str
    says: str
    look: str
    below: bool = False


@dataclass(frozen=True)
class Stretch:
    """Days that count alike: worked, paused, or still to come."""

    from_on: date
    until_on: date
    words: str
    brief: str
    look: str
    is_light: bool = False


@dataclass(frozen=True)
class Scene:
    """What is drawn: stretches and dates between the first day and the last that is shown, and today."""

    starts_on: date
    ceiling_on: date
    today: date
    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Label:
    """A date with its words: its sign at `x` and `sign_y`, the middle of its words at `text_x` and `y`."""

    mark: Mark
    x: float
    y: float
    sign_y: float
    text_x: float
    room: float

    @property
    def left(self) -> float:
        return round(self.text_x - self.room / 2, 1)

    @property
    def says_y(self) -> float:
        return self.y + 14

    @property
    def top(self) -> float:
        return self.y - 12


@dataclass(frozen=True)
class Bar:
    """A stretch as a box; without words where they have no room."""

    stretch: Stretch
    x: float
    width: float
    words: str


@dataclass(frozen=True)
class Wide:
    """The picture of a broad page. `rows` are how many rows of labels stand above and below."""

    height: float
    bar_y: float
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    below: tuple[Label, ...]
    quarters: tuple[tuple[float, str], ...]
    ceiling_x: float
    today_x: float | None
    today_words: str
    width: int = WIDTH

    @property
    def today_anchor(self) -> str:
        """On which side of the day its word stands."""
        if self.today_x is not None and self.today_x < 4 * EDGE:
            return "start"
        return "end" if self.today_x is not None and self.today_x > WIDTH - 4 * EDGE else "middle"

    @property
    def text_y(self) -> float:
        return self.bar_y + 18

    @property
    def bar_end(self) -> float:
        return self.bar_y + BAR_HEIGHT

    @property
    def quarters_y(self) -> float:
        return self.height - 24

    @property
    def today_y(self) -> float:
        return self.height - 6


@dataclass
class _Rows:
    """Rows of labels, each filled up to some x."""

    filled: list[float] = field(default_factory=list)

    def take(self, left: float, right: float) -> int:
        """The first row with room from left to right; a new one where there is none."""
        for row, until in enumerate(self.filled):
            if left >= until + APART:
                self.filled[row] = right
                return row
        self.filled.append(right)
        return len(self.filled) - 1


def wide_of(scene: Scene) -> Wide:
    """The broad picture; it grows with the rows its labels need."""
    scale = _Scale(scene)
    above = _placed([mark for mark in scene.marks if not mark.below], scale)
    under = _placed([mark for mark in scene.marks if mark.below], scale)
    rows, rows_under = _rows_of(above), _rows_of(under)
    bar_y = rows * LABEL + BAR
    bottom = bar_y + BAR_HEIGHT
    height = bottom + 20 + rows_under * BELOW_LABEL + 52
    return Wide(
        height=height,
        bar_y=bar_y,
        bars=tuple(_bar(stretch, scale) for stretch in scene.stretches),
        labels=tuple(_label(each, y=bar_y - BAR - each.row * LABEL - 16, sign_y=bar_y - 14) for each in above),
        below=tuple(_label(each, y=bottom + 36 + each.row * BELOW_LABEL, sign_y=bottom + 14) for each in under),
        quarters=tuple(_quarters(scene, scale)),
        ceiling_x=scale.x(scene.ceiling_on),
        today_x=scale.x(scene.today) if scene.starts_on <= scene.today <= scale.last else None,
        today_words=f"today, {scene.today.day} {scene.today:%b}",
    )


def day_words(day: date) -> str:
    """A day in few letters: 5 May 2026."""
    return f"{day.day} {day:%b %Y}"


class _Scale:
    """From days to places on the line."""

    def __init__(self, scene: Scene) -> None:
        self.first = scene.starts_on
        self.last = max([scene.ceiling_on, *(mark.on for mark in scene.marks)])
        self.room = (WIDTH - 2 * EDGE) / ((self.last - self.first).days or 1)

    def x(self, day: date) -> float:
        return round(EDGE + max(0, (day - self.first).days) * self.room, 1)


@dataclass(frozen=True)
class _Place:
    """Where a label stands: its row from the bar outwards, the middle of its words, and the room they take."""

    mark: Mark
    x: float
    row: int
    middle: float
    room: float


def _placed(marks: Sequence[Mark], scale: _Scale) -> list[_Place]:
    rows, found = _Rows(), []
    for mark in sorted(marks, key=lambda each: (each.on, each.title)):
        x, room = scale.x(mark.on), round(_room_of(mark), 1)
        middle = round(min(max(x, room / 2), WIDTH - room / 2), 1)
        found.append(_Place(mark, x, rows.take(middle - room / 2, middle + room / 2), middle, room))
    return found


def _room_of(mark: Mark) -> float:
    if mark.below:
        return len(f"{mark.title} {mark.says}") * LETTER
    return max(len(mark.title) * LETTER_BOLD, len(mark.says) * LETTER)


def _rows_of(places: Sequence[_Place]) -> int:
    return max((place.row for place in places), default=0) + 1


def _label(place: _Place, *, y: float, sign_y: float) -> Label:
    return Label(place.mark, place.x, y, sign_y, place.middle, place.room)


def _bar(stretch: Stretch, scale: _Scale) -> Bar:
    left, right = scale.x(stretch.from_on), scale.x(stretch.until_on + DAY)
    width = round(max(2.0, right - left - 1.5), 1)
    fitting = [words for words in (stretch.words, stretch.brief) if len(words) * LETTER_BOLD + 10 <= width]
    return Bar(stretch, left, width, fitting[0] if fitting else "")


def _quarters(scene: Scene, scale: _Scale) -> list[tuple[float, str]]:
    """The first days of the quarters that are shown."""
    days = [date(year, month, 1) for year in range(scene.starts_on.year, scale.last.year + 1) for month in QUARTER]
    step = 2 if (scale.last - scene.starts_on).days > 365 * 3 else 1
    shown = [day for day in days if scene.starts_on < day < scale.last - 25 * DAY][::step]
    return [(scale.x(day), f"{day:%b %Y}") for day in shown]
