"""Comparisons as rows of a table: one for each number, hidden ones said to be hidden. Pure."""

from collections.abc import Iterator

from academy.people.rules.compared import Compared, Comparison

HEADINGS = ("Grouped by", "Group", "People", "Question", "Result", "Number")
HIDDEN = "hidden"


def lines_of(told: Comparison) -> Iterator[list[str]]:
    """Everybody first; none where there are too few for anything to be told."""
    for compared in (told.everybody, *told.tables):
        if compared is not None:
            yield from _lines(compared)


def _lines(compared: Compared) -> Iterator[list[str]]:
    for place, (words, people) in enumerate(compared.rows):
        for title, columns in compared.blocks:
            for column in columns:
                number = column.numbers[place]
                said = HIDDEN if number is None else str(number)
                yield [compared.title, words, str(people), title, column.words, said]
