"""People by group, and what became of each group, in words that can be shown (D7-11). Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from academy.people.rules.small_tables import Told, tell

# Who belongs to which group, and which of the results of each question became hers: all by their places.
Placed = tuple[int, tuple[int, ...]]
# A group in words with its people and, by question, its numbers in words.
Line = tuple[str, int, list[tuple[str, list[tuple[str, int | None]]]]]


@dataclass(frozen=True)
class Results:
    """What may become of somebody, asked one way; everybody has exactly one of the words."""

    title: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Grouping:
    """One way of grouping: the words of the groups, and the place of each person among them."""

    title: str
    words: Sequence[str]
    places: Sequence[int]


@dataclass(frozen=True)
class Column:
    """A result, or those told together. `numbers` by row; None is hidden."""

    words: str
    total: int
    numbers: tuple[int | None, ...]


@dataclass(frozen=True)
class Compared:
    """One way of grouping. `rows` are the groups with how many people, small ones told together; `blocks` each question
    with its columns."""

    title: str
    rows: tuple[tuple[str, int], ...]
    blocks: tuple[tuple[str, tuple[Column, ...]], ...]

    @property
    def is_told(self) -> bool:
        """Whether there are groups to be compared: at least two of them large enough."""
        return sum(people > 0 for _, people in self.rows) > 1

    @property
    def lines(self) -> list[Line]:
        """Each group with its people and, by question, each number beside its words."""
        return [
            (
                words,
                people,
                [(title, [(column.words, column.numbers[place]) for column in block]) for title, block in self.blocks],
            )
            for place, (words, people) in enumerate(self.rows)
        ]


@dataclass(frozen=True)
class Comparison:
    """What a report tells: everybody together, then each way of grouping them. `everybody` is None where they are too
    few, and then nothing else is told."""

    everybody: Compared | None
    tables: Sequence[Compared] = ()


def comparison(
    came: Sequence[tuple[int, ...]], groupings: Iterable[Grouping], *, results: Sequence[Results], least: int
) -> Comparison:
    """Everybody by what became of them, then by each grouping, in the order of the people; ways of grouping that leave
    fewer than two groups large enough are left out."""
    everybody = compared("Everybody", ("Everybody",), [(0, each) for each in came], results=results, least=least)
    if everybody is None:
        return Comparison(None)
    found = (
        compared(each.title, each.words, zip(each.places, came, strict=True), results=results, least=least)
        for each in groupings
    )
    return Comparison(everybody, [each for each in found if each is not None and each.is_told])


def compared(
    title: str, groups: Sequence[str], placed: Iterable[Placed], *, results: Sequence[Results], least: int
) -> Compared | None:
    """How the groups fared, by every question; groups nobody is in are left out. None where there are too few people
    for anything to be told. Whoever reads several of these about the same people learns nothing from their totals: they
    are the same in each."""
    known = list(placed)
    tables = [_counts(known, len(groups), len(each.words), at=at) for at, each in enumerate(results)]
    told = [found for found in (tell(table, least=least) for table in tables) if found is not None]
    if len(told) < len(tables):
        return None
    first = told[0]
    there = [place for place, total in enumerate(first.row_totals) if total]
    return Compared(
        title=title,
        rows=tuple((_words(groups, first.rows[place]), first.row_totals[place]) for place in there),
        blocks=tuple(
            (each.title, _columns(found, each.words, there)) for each, found in zip(results, told, strict=True)
        ),
    )


def _counts(placed: Iterable[Placed], groups: int, results: int, *, at: int) -> list[list[int]]:
    counts = [[0] * results for _ in range(groups)]
    for group, came in placed:
        counts[group][came[at]] += 1
    return counts


def _columns(told: Told, words: Sequence[str], there: Sequence[int]) -> tuple[Column, ...]:
    return tuple(
        Column(_words(words, places), told.column_totals[at], tuple(told.cells[row][at] for row in there))
        for at, places in enumerate(told.columns)
    )


def _words(words: Sequence[str], places: Sequence[int]) -> str:
    named = [words[place] for place in places]
    return named[0] if len(named) == 1 else f"{'; '.join(named)} (together)"
