"""Which statements of the standards the pieces of a portfolio speak to, and to which nothing speaks yet. Pure.

It says where pieces are and where none is; never whether that is enough (D1-54).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from portfolios.rules.content import Piece, Spoken

# So many pieces have a column of their own in the picture; of more, each kind has one.
MOST_COLUMNS = 12
MOST_NAMED = 4


def numbered(pieces: Iterable["PieceShown"]) -> str:
    """Pieces by their numbers, in order, three or more in a row as one: "1–14, 17, 19, 20"."""
    found = sorted({piece.number for piece in pieces})
    starts = [number for number in found if number - 1 not in set(found)]
    ends = [number for number in found if number + 1 not in set(found)]
    return ", ".join(_stretch(*both) for both in zip(starts, ends, strict=True))


def _stretch(first: int, last: int) -> str:
    if first == last:
        return str(first)
    return f"{first}, {last}" if last == first + 1 else f"{first}–{last}"


@dataclass(frozen=True)
class StatementAsked:
    """A statement of an edition: its natural key, as "pcf/2018/6", its code and heading."""

    key: str
    code: str
    title: str


@dataclass(frozen=True)
class DomainAsked:
    """A group of statements as the owner publishes them."""

    title: str
    statements: tuple[StatementAsked, ...]


@dataclass(frozen=True)
class EditionAsked:
    """An edition of a framework with its domains, as the portfolio is mapped to it."""

    key: str
    title: str
    short_name: str
    domains: tuple[DomainAsked, ...]


@dataclass(frozen=True)
class PieceShown:
    """A piece as the matrix names it: its number in the portfolio, and what it is."""

    number: int
    title: str
    kind_words: str
    source: str


@dataclass(frozen=True)
class Row:
    """A statement with the numbers of the pieces that speak to it."""

    statement: StatementAsked
    pieces: tuple[PieceShown, ...]

    @property
    def is_spoken_to(self) -> bool:
        return bool(self.pieces)

    @property
    def numbers(self) -> frozenset[int]:
        return frozenset(piece.number for piece in self.pieces)

    @property
    def numbered(self) -> str:
        """The pieces by their numbers, those in a row as one: "1–14, 17"."""
        return numbered(self.pieces)


@dataclass(frozen=True)
class DomainRows:
    """A domain with its rows. A domain that is its own only statement, as in the PCF, is told once."""

    title: str
    rows: tuple[Row, ...]

    @property
    def is_its_statement(self) -> bool:
        return [row.statement.title for row in self.rows] == [self.title]


@dataclass(frozen=True)
class Matrix:
    """The statements of one edition against the pieces."""

    key: str
    title: str
    short_name: str
    domains: tuple[DomainRows, ...]

    @property
    def place(self) -> str:
        """What its part of a page is called in addresses."""
        return f"standards-{self.key.replace('/', '-')}"

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for domain in self.domains for row in domain.rows)

    @property
    def gaps(self) -> tuple[StatementAsked, ...]:
        """The statements nothing speaks to."""
        return tuple(row.statement for row in self.rows if not row.is_spoken_to)

    @property
    def says(self) -> str:
        """Where nothing speaks yet, in a sentence."""
        gaps = [f"{gap.code} {gap.title}" for gap in self.gaps]
        if not gaps:
            return f"Something speaks to every statement of the {self.short_name}."
        named, more = gaps[:MOST_NAMED], len(gaps) - MOST_NAMED
        others = f", and to {more} more" if more > 0 else ""
        return f"{self.short_name}: nothing speaks yet to {'; '.join(named)}{others}."


@dataclass(frozen=True)
class Column:
    """A column of the picture: one piece by its number, or all of a kind by a letter; `words` say which."""

    label: str
    words: str
    numbers: frozenset[int]


@dataclass(frozen=True)
class Coverage:
    """Everything the page, the picture and the print need. `others` are statements of other editions spoken to."""

    pieces: tuple[PieceShown, ...]
    matrices: tuple[Matrix, ...]
    others: tuple[tuple[Spoken, tuple[PieceShown, ...]], ...]

    @property
    def is_by_kind(self) -> bool:
        """Are there so many pieces that the picture has a column for each kind?"""
        return len(self.pieces) > MOST_COLUMNS

    @property
    def narrow_columns(self) -> tuple[Column, ...]:
        """What stands side by side on a phone: each piece, or all of them in one column where there are many."""
        if not self.is_by_kind:
            return self.columns
        return (Column("", "all pieces", frozenset(piece.number for piece in self.pieces)),)

    @property
    def others_numbered(self) -> tuple[tuple[Spoken, str], ...]:
        """The statements of other editions with the numbers of the pieces that speak to them."""
        return tuple((spoken, numbered(pieces)) for spoken, pieces in self.others)

    @property
    def columns(self) -> tuple[Column, ...]:
        """What stands side by side in the picture: each piece, or each kind where there are many pieces."""
        if not self.is_by_kind:
            return tuple(
                Column(str(piece.number), f"{piece.number}: {piece.title}", frozenset({piece.number}))
                for piece in self.pieces
            )
        kinds: dict[str, set[int]] = defaultdict(set)
        for piece in self.pieces:
            kinds[piece.kind_words].add(piece.number)
        return tuple(
            Column(letter, f"{letter}: {kind}", frozenset(numbers))
            for letter, (kind, numbers) in zip(ascii_uppercase, kinds.items(), strict=False)
        )


def coverage_of(editions: Iterable[EditionAsked], pieces: Sequence[Piece]) -> Coverage:
    """The statements of these editions against these pieces; a piece used in two sections counts once."""
    held = {piece.source: piece for piece in pieces}
    shown = {
        source: PieceShown(number, piece.title, piece.kind_words, source)
        for number, (source, piece) in enumerate(held.items(), start=1)
    }
    speakers: dict[str, list[PieceShown]] = defaultdict(list)
    spoken: dict[str, Spoken] = {}
    for source, piece in held.items():
        for statement in piece.statements:
            speakers[statement.key].append(shown[source])
            spoken.setdefault(statement.key, statement)
    matrices = tuple(_matrix(edition, speakers) for edition in editions)
    asked = {row.statement.key for matrix in matrices for row in matrix.rows}
    others = tuple((spoken[key], tuple(found)) for key, found in speakers.items() if key not in asked)
    return Coverage(tuple(shown.values()), matrices, others)


def _matrix(edition: EditionAsked, speakers: dict[str, list[PieceShown]]) -> Matrix:
    domains = tuple(
        DomainRows(
            domain.title,
            tuple(Row(statement, tuple(speakers.get(statement.key, ()))) for statement in domain.statements),
        )
        for domain in edition.domains
    )
    return Matrix(edition.key, edition.title, edition.short_name, domains)
