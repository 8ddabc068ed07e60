"""The picture of statements against pieces: a heat map of our own, wide for a desk and tall for a phone.

Shades say how many pieces speak to a statement, and the number stands in the cell: colour alone says nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap

from portfolios.rules.coverage import Column, DomainRows, Matrix, Row

_LINE = 17
_HEAD = 26
_GAP = 4
_PAD = 6
_DARKEST = 3
SHADES = range(1, _DARKEST + 1)
CELL_HEIGHT = 20


@dataclass(frozen=True)
class Layout:
    """How wide the picture is, where cells begin, how wide one is at most, and letters in a line of a label. Where
    cells begin at the left edge they stand below their label."""

    width: int
    cells_at: int
    cell: int
    letters: int

    @property
    def is_stacked(self) -> bool:
        return self.cells_at == 0


WIDE = Layout(width=960, cells_at=430, cell=48, letters=54)
TALL = Layout(width=340, cells_at=0, cell=34, letters=42)


@dataclass(frozen=True)
class Words:
    """A line of text and where it stands; `is_heading` for the name of a domain."""

    text: str
    x: int
    y: int
    is_heading: bool = False


@dataclass(frozen=True)
class Cell:
    """One cell: how many pieces, as a shade from 1 to 3 and as a number."""

    x: int
    y: int
    width: int
    count: int

    @property
    def shade(self) -> int:
        return min(self.count, _DARKEST)

    @property
    def is_dark(self) -> bool:
        return self.shade == _DARKEST

    @property
    def middle(self) -> int:
        return self.x + self.width // 2

    @property
    def base(self) -> int:
        return self.y + 15

    @property
    def path(self) -> str:
        return f"M{self.x} {self.y}h{self.width}v{CELL_HEIGHT}h-{self.width}z"


@dataclass(frozen=True)
class Drawing:
    """Everything in a box of the given size, and the same in words. `rules` is one path: a line through each row, on
    which cells stand where something speaks to the statement.
    """

    title: str
    width: int
    height: int
    words: tuple[Words, ...]
    heads: tuple[Words, ...]
    cells: tuple[Cell, ...]
    rules: str
    description: str

    @property
    def shades(self) -> tuple[tuple[int, str], ...]:
        """All cells of a shade as one path: a picture of many cells stays small."""
        paths = ((shade, "".join(each.path for each in self.cells if each.shade == shade)) for shade in SHADES)
        return tuple((shade, path) for shade, path in paths if path)

    @property
    def numbers(self) -> tuple[tuple[bool, tuple[Cell, ...]], ...]:
        """The cells whose number is written light on dark, and the others."""
        cells = ((is_dark, tuple(each for each in self.cells if each.is_dark == is_dark)) for is_dark in (False, True))
        return tuple((is_dark, found) for is_dark, found in cells if found)


def drawn(matrix: Matrix, columns: Sequence[Column], *, layout: Layout) -> Drawing:
    """One edition against the columns. A domain that is its own only statement has no heading of its own."""
    cell = min(layout.cell, (layout.width - layout.cells_at) // max(len(columns), 1))
    pen = _Pen(layout, cell, columns)
    pen.domains(matrix.domains)
    heads = tuple(
        Words(column.label, layout.cells_at + number * cell + cell // 2, _LINE) for number, column in enumerate(columns)
    )
    title = f"{matrix.short_name}: how many pieces speak to each statement"
    return Drawing(title, layout.width, pen.y, tuple(pen.words), heads, tuple(pen.cells), pen.rules, in_words(matrix))


def drawn_in_parts(matrix: Matrix, columns: Sequence[Column], *, layout: Layout, most: int) -> tuple[Drawing, ...]:
    """The same in as many pictures as it takes for none to be higher than `most`, so that nothing is made smaller to
    fit a page. A domain that goes on in the next one is named there again."""
    parts = [replace(matrix, domains=domains) for domains in _parts(matrix, layout, most)]
    pictures = [drawn(part, columns, layout=layout) for part in parts]
    if len(pictures) < 2:
        return tuple(pictures)
    return tuple(
        replace(picture, title=f"{picture.title}, part {number} of {len(pictures)}")
        for number, picture in enumerate(pictures, 1)
    )


def _parts(matrix: Matrix, layout: Layout, most: int) -> Iterator[tuple[DomainRows, ...]]:
    taken: tuple[DomainRows, ...] = ()
    for domain in matrix.domains:
        for row in domain.rows:
            more = _with(taken, domain, row)
            if taken and _height(more, layout) > most:
                yield taken
                more = _with((), domain, row)
            taken = more
    yield taken


def _with(taken: tuple[DomainRows, ...], domain: DomainRows, row: Row) -> tuple[DomainRows, ...]:
    """What was taken and one row more, under the domain it is of."""
    if taken and taken[-1].title == domain.title:
        return (*taken[:-1], replace(taken[-1], rows=(*taken[-1].rows, row)))
    return (*taken, DomainRows(domain.title, (row,)))


def _height(domains: Iterable[DomainRows], layout: Layout) -> int:
    pen = _Pen(layout, layout.cell, ())
    pen.domains(domains)
    return pen.y


def in_words(matrix: Matrix) -> str:
    """The picture in sentences: each statement with how many pieces speak to it."""
    return " ".join(f"{row.statement.code} {row.statement.title}: {_count(len(row.pieces))}." for row in matrix.rows)


class _Pen:
    """Writes row below row."""

    def __init__(self, layout: Layout, cell: int, columns: Sequence[Column]) -> None:
        self.layout, self.cell, self.columns = layout, cell, columns
        self.y = _HEAD
        self.words: list[Words] = []
        self.cells: list[Cell] = []
        self.rules = ""

    def domains(self, domains: Iterable[DomainRows]) -> None:
        for domain in domains:
            if not domain.is_its_statement:
                self.heading(domain.title)
            for row in domain.rows:
                self.row(row)

    def heading(self, title: str) -> None:
        for text in wrap(title, self.layout.letters):
            self.words.append(Words(text, 0, self.y + _LINE, is_heading=True))
            self.y += _LINE
        self.y += _PAD

    def row(self, row: Row) -> None:
        lines = wrap(f"{row.statement.code} {row.statement.title}", self.layout.letters)
        top = self.y
        for number, text in enumerate(lines):
            self.words.append(Words(text, 0, top + 14 + number * _LINE))
        at = top + len(lines) * _LINE + _GAP if self.layout.is_stacked else top
        self.cells += self._cells(row, at)
        self.rules += f"M{self.layout.cells_at} {at + CELL_HEIGHT // 2}h{len(self.columns) * self.cell - _GAP}"
        lowest = max(at + CELL_HEIGHT, top + len(lines) * _LINE)
        self.y = lowest + (_PAD * 2 if self.layout.is_stacked else _PAD)

    def _cells(self, row: Row, y: int) -> Iterator[Cell]:
        for number, column in enumerate(self.columns):
            count = len(row.numbers & column.numbers)
            if count:
                yield Cell(self.layout.cells_at + number * self.cell, y, self.cell - _GAP, count)


def _count(number: int) -> str:
    return "nothing yet" if number == 0 else f"{number} piece{'' if number == 1 else 's'}"
