"""A year as a list of its dates along a line, for a narrow page. Pure."""

from dataclasses import dataclass
from datetime import date

from asye.drawing.timeline import BY, Mark, Scene, Stretch, day_words

WIDTH, ROW, LINE = 358, 34, 16
LETTERS = 28


@dataclass(frozen=True)
class Line:
    """One row of the tall picture: the day on the left, the sign, and the words in a line or two."""

    y: float
    day: str
    words: tuple[str, ...]
    look: str
    below: bool = False
    is_today: bool = False

    @property
    def placed(self) -> list[tuple[float, str]]:
        """The words with the height of each line."""
        return [(self.y + 4 + LINE * number, words) for number, words in enumerate(self.words)]


@dataclass(frozen=True)
class Tall:
    """The picture of a narrow page."""

    height: float
    lines: tuple[Line, ...]
    today_y: float
    width: int = WIDTH

    @property
    def last_y(self) -> float:
        return self.lines[-1].y


def tall_of(scene: Scene) -> Tall:
    """The narrow picture: every date, stretch and today, one under the other."""
    named = [stretch for stretch in scene.stretches if stretch.brief]
    rows = [
        *(
            (mark.on, 1, _line(mark.on, mark.title + _beside(mark), mark.look, below=mark.below))
            for mark in scene.marks
        ),
        *((each.from_on, 0, _line(each.from_on, _begun(each, scene), each.look)) for each in named),
        (scene.today, 2, Line(0, day_words(scene.today), ("Today",), "m-here", is_today=True)),
    ]
    rows.sort(key=lambda row: row[:2])
    y, lines = 16.0, []
    for _, _, line in rows:
        lines.append(Line(y, line.day, line.words, line.look, line.below, line.is_today))
        y += ROW + LINE * (len(line.words) - 1)
    today_y = next(line.y for line in lines if line.is_today)
    return Tall(height=y, lines=tuple(lines), today_y=today_y)


def _line(on: date, words: str, look: str, *, below: bool = False) -> Line:
    return Line(0, day_words(on), _wrapped(words), look, below)


def _begun(stretch: Stretch, scene: Scene) -> str:
    return f"Start, {stretch.brief}" if stretch.from_on == scene.starts_on else stretch.brief


def _beside(mark: Mark) -> str:
    """What is said of a date beside its title, where the day stands on the left."""
    said = mark.says.replace(day_words(mark.on), "").replace(" ,", ",").strip()
    return f", {'at the latest' if said == BY else said}" if said else ""


def _wrapped(words: str) -> tuple[str, ...]:
    lines: list[str] = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) >= LETTERS:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)
