"""Reading a CSV file as people have them: whatever the encoding and the separator. Pure."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from academy.engines.imports.rules.cells import plain

MOST_BYTES = 5_000_000
MOST_ROWS = 20_000
SEPARATORS = (",", ";", "\t")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_AGAIN = "Save it again from your spreadsheet as “CSV UTF-8” and choose that file."


class Unreadable(Exception):
    """The file is no table we can read; the sentence says what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Line:
    """A row of the table: its number as a spreadsheet shows it, the header being 1, and its cells by heading."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """What was found out about a file, and its rows without empty ones."""

    encoding: str
    separator: str
    headings: tuple[str, ...]
    lines: tuple[Line, ...]


def read_table(content: bytes) -> Table:
    """The table in a file. Raises `Unreadable` for what is no text, has no header or row, or more than 20,000 rows."""
    text, encoding = _decoded(content)
    separator = _separator(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False))
    except csv.Error:
        raise Unreadable(f"The file is no table. {_AGAIN}") from None
    headings = tuple(" ".join(cell.split()).casefold() for cell in rows[0]) if rows else ()
    lines = tuple(_lines(rows[1:], headings))
    if not any(headings) or not lines:
        raise Unreadable("The file holds no rows. The first row names the columns; what to take in stands below it.")
    if len(lines) > MOST_ROWS:
        raise Unreadable(
            f"The file has {len(lines):,} rows; at most {MOST_ROWS:,} go at once. Cut it into several files."
        )
    return Table(encoding, separator, headings, lines)


def _decoded(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: by its mark, else UTF-8 if it is that, else Windows-1252."""
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return _text(content, codec), name
    for codec, name in (("utf-8", "UTF-8"), ("cp1252", "Windows-1252")):
        try:
            return _text(content, codec), name
        except Unreadable:
            continue
    raise Unreadable(f"The file is no text. {_AGAIN}")


def _text(content: bytes, codec: str) -> str:
    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        raise Unreadable(f"The file is damaged. {_AGAIN}") from None
    if "\0" in text:
        raise Unreadable(f"The file is no text. {_AGAIN}")
    return text


def _separator(text: str) -> str:
    """The separator that occurs most often in the first line."""
    first = text.splitlines()[0] if text else ""
    return max(SEPARATORS, key=first.count)


def _lines(rows: list[list[str]], headings: tuple[str, ...]) -> Iterator[Line]:
    for number, row in enumerate(rows, start=2):
        if any(cell.strip() for cell in row):
            cells = zip(headings, row, strict=False)
            yield Line(number, {heading: plain(cell) for heading, cell in cells if heading})
