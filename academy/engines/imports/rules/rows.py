"""A row against the columns of its kind: what its cells mean, and what is wrong with them. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Column:
    """A column a file may have. `parse` gives the value of a cell that is not empty, or raises ValueError with a
    sentence. A required column has to be in the file; whether a cell may be empty is the kind's own check.
    """

    name: str
    label: str
    parse: Callable[[str], Any] = str
    required: bool = False


@dataclass(frozen=True)
class Fault:
    """What is wrong in one cell, as a sentence that says what to do; without a column it is about the whole row."""

    column: str
    reason: str


def missing_columns(columns: Sequence[Column], headings: Sequence[str]) -> list[str]:
    """The labels of required columns a file does not have; a heading is a column's name or its label."""
    return [column.label for column in columns if column.required and not _headings(column) & set(headings)]


def unused_headings(columns: Sequence[Column], headings: Sequence[str]) -> list[str]:
    """Headings nothing is read from."""
    known = {heading for column in columns for heading in _headings(column)}
    return [heading for heading in headings if heading and heading not in known]


def parsed(columns: Sequence[Column], cells: Mapping[str, str]) -> tuple[dict[str, Any], list[Fault]]:
    """The values of a row by column name, None where a cell is empty, and what could not be understood."""
    values: dict[str, Any] = {}
    faults = []
    for column in columns:
        text = cell_of(column, cells).strip()
        values[column.name] = None
        if text:
            try:
                values[column.name] = column.parse(text)
            except ValueError as wrong:
                faults.append(Fault(column.name, str(wrong)))
    return values, faults


def cell_of(column: Column, cells: Mapping[str, str]) -> str:
    """What stands in a column of a row, under its name or its label; empty if nothing does."""
    return next(
        (cells[heading] for heading in (column.name.casefold(), column.label.casefold()) if heading in cells), ""
    )


def _headings(column: Column) -> set[str]:
    return {column.name.casefold(), column.label.casefold()}
