"""A text with its lines numbered and its mistakes under them; what is far from any mistake is left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

AROUND = 3
MOST_LINES = 300
LONGEST = 300


@dataclass(frozen=True)
class Line:
    """A line with its number and what is wrong there. `follows_gap` is the first one after lines that are left out."""

    number: int
    text: str
    mistakes: tuple[str, ...] = ()
    follows_gap: bool = False


def lines_with(text: str, mistakes: Iterable[str]) -> list[Line]:
    """The lines with mistakes and a few around each; at most 300, long ones cut. Mistakes without a line are left
    out: they are told elsewhere."""
    wrong: dict[int, list[str]] = {}
    for mistake in mistakes:
        if (number := getattr(mistake, "line", None)) is not None:
            wrong.setdefault(number, []).append(mistake)
    wanted = sorted({near for number in wrong for near in range(number - AROUND, number + AROUND + 1)})
    return list(_numbered(text.split("\n"), wanted, wrong))[:MOST_LINES]


def _numbered(lines: list[str], wanted: list[int], wrong: dict[int, list[str]]) -> Iterator[Line]:
    before = 0
    for number in wanted:
        if 1 <= number <= len(lines):
            told = tuple(wrong.get(number, ()))
            yield Line(number, lines[number - 1][:LONGEST], told, follows_gap=0 < before < number - 1)
            before = number
