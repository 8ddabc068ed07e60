"""Square codes a telephone reads: drawn by the page itself, black on white, with the quiet margin they need."""

from dataclasses import dataclass
from itertools import groupby

import segno

MARGIN = 4


@dataclass(frozen=True)
class SquareCode:
    """The address it leads to, how many modules wide it is with its margin, and the path that draws the dark ones."""

    address: str
    side: int
    path: str


def square_code(address: str) -> SquareCode:
    """The code of an address, readable with a sixth of it damaged (error level M). Pure, and the same each time."""
    rows = list(segno.make(address, error="m", micro=False).matrix)
    dark = "".join(_runs(bytes(row), y=y + MARGIN) for y, row in enumerate(rows))
    return SquareCode(address, len(rows) + 2 * MARGIN, dark)


def _runs(row: bytes, *, y: int) -> str:
    """The dark stretches of a row, each one bar."""
    drawn, x = "", MARGIN
    for is_dark, cells in groupby(row):
        width = len(list(cells))
        drawn += f"M{x} {y}h{width}v1h-{width}z" if is_dark else ""
        x += width
    return drawn
