"""What a picture is made of: boxes, lines, stops and words, each with where it stands."""

from dataclasses import dataclass

from pathways.drawing.letters import SIZE, width_of
from pathways.drawing.looks import BOLD, GRADE, WHITE_BOLD, WORDS, Look

HEADING = 18


@dataclass(frozen=True)
class Words:
    """A line of text: where its base begins, or where it ends or has its middle by `anchor`."""

    text: str
    x: float
    y: float
    look: Look = WORDS
    anchor: str = "start"

    @property
    def is_bold(self) -> bool:
        return self.look in (BOLD, GRADE, WHITE_BOLD)

    @property
    def size(self) -> int:
        return HEADING if self.look is GRADE else SIZE

    @property
    def width(self) -> float:
        """About how much room it takes."""
        return width_of(self.text, size=self.size, bold=self.is_bold)


@dataclass(frozen=True)
class Box:
    """A rectangle with its words; `code` is that of the rung or pathway it stands for."""

    code: str
    x: float
    y: float
    width: float
    height: float
    look: Look
    words: tuple[Words, ...] = ()

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True)
class Band:
    """The ground under the rungs of one grade."""

    x: float
    y: float
    width: float
    height: float
    words: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Line:
    """A stroke, as the data of a path."""

    d: str
    look: Look


@dataclass(frozen=True)
class Stop:
    """A stage on a pathway."""

    x: float
    y: float
    look: Look


@dataclass(frozen=True)
class Track:
    """A pathway: its line, its stops, its name and what is written at the stops. In the tall picture its name may stand
    in a box."""

    code: str
    line: Line
    stops: tuple[Stop, ...]
    words: tuple[Words, ...] = ()
    name: Box | None = None


@dataclass(frozen=True)
class Plate:
    """The sign above the rung on which somebody stands."""

    box: Box
    arrow: str


@dataclass(frozen=True)
class Picture:
    """A whole map in a box from the origin. Lines are painted first, what is hers last of them."""

    width: float
    height: float
    bands: tuple[Band, ...]
    lines: tuple[Line, ...]
    tracks: tuple[Track, ...]
    boxes: tuple[Box, ...]
    words: tuple[Words, ...] = ()
    plate: Plate | None = None

    @property
    def named_tracks(self) -> tuple[Track, ...]:
        return tuple(track for track in self.tracks if track.name is not None)
