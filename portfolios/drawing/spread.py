"""The summary picture of a portfolio on paper: a row for each section, a block for each piece, by where it lies."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 480
LABEL = 240
ROW = 22
GAP = 3
MOST_BLOCK = 16
# A label longer than this does not fit before its row.
MOST_LABEL = 44


@dataclass(frozen=True)
class Mark:
    """One piece: where its block stands, and whether it is shown again here."""

    x: float
    again: bool


@dataclass(frozen=True)
class Row:
    y: int
    words: str
    count: int
    marks: tuple[Mark, ...]

    @property
    def middle(self) -> int:
        """The line on which words beside the blocks stand."""
        return self.y + 11


@dataclass(frozen=True)
class Spread:
    """The picture in units of a box 480 wide, and the same in words."""

    rows: tuple[Row, ...]
    block: float
    height: int
    description: str


def spread(sections: Sequence[tuple[str, Sequence[bool]]]) -> Spread:
    """Sections by title, each with its pieces by whether they were shown before."""
    most = max((len(pieces) for _, pieces in sections), default=0) or 1
    step = min(MOST_BLOCK + GAP, (WIDTH - LABEL - 30) / most)
    rows = tuple(
        Row(
            y=place * ROW,
            words=title if len(title) <= MOST_LABEL else f"{title[: MOST_LABEL - 1].rstrip()}…",
            count=len(pieces),
            marks=tuple(Mark(round(LABEL + number * step, 1), again) for number, again in enumerate(pieces)),
        )
        for place, (title, pieces) in enumerate(sections)
    )
    told = "; ".join(f"{title}: {_counted(len(pieces))}" for title, pieces in sections)
    return Spread(rows, round(max(step - min(GAP, step / 4), 0.4), 1), len(rows) * ROW, f"Pieces by section. {told}.")


def _counted(number: int) -> str:
    return f"{number} piece" if number == 1 else f"{number} pieces"
