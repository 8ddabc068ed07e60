"""The equality report as rows of a table: one for each number, hidden ones said to be hidden. No query."""

from collections.abc import Iterator

from academy.people.rules.compared import Compared
from asye.selectors.equality import Report

HEADINGS = ("Grouped by", "Group", "People", "Question", "Result", "Number")
HIDDEN = "hidden"


def lines_of(report: Report) -> Iterator[list[str]]:
    """Everybody first."""
    for compared in (report.everybody, *report.tables):
        if compared is not None:
            yield from _lines(compared)


def _lines(compared: Compared) -> Iterator[list[str]]:
    for place, (words, people) in enumerate(compared.rows):
        for title, columns in compared.blocks:
            for column in columns:
                number = column.numbers[place]
                yield [
                    compared.title,
                    words,
                    str(people),
                    title,
                    column.words,
                    HIDDEN if number is None else str(number),
                ]
