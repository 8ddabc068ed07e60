"""Groups of people set against what became of them, told so that nobody can be worked out (D7-11). Pure.

Small groups and small results are first told together, so that every total that is shown is a large one or none. Of the
numbers inside, small ones are hidden, and others with them until whoever adds and subtracts is left with a wide enough
choice. Tables that set the same people against the same results tell nothing more when they are read together, because
all their totals are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from academy.people.rules.small_numbers import shown

Places = tuple[int, ...]
Cell = tuple[int, int]
Node = tuple[str, int]


@dataclass(frozen=True)
class Told:
    """What may be shown. A row, or a column, is the places of those told together; `cells` by row, None is hidden."""

    rows: tuple[Places, ...]
    columns: tuple[Places, ...]
    row_totals: tuple[int, ...]
    column_totals: tuple[int, ...]
    cells: tuple[tuple[int | None, ...], ...]


def tell(counts: Sequence[Sequence[int]], *, least: int) -> Told | None:
    """The table as it may be shown, nothing above 0 and below `least` in it; None where there are too few people for
    any. Groups, and results, that nobody is in stay by themselves, as 0."""
    rows = together([sum(row) for row in counts], least=least)
    columns = together([sum(column) for column in zip(*counts, strict=True)], least=least)
    if rows is None or columns is None:
        return None
    added = [[sum(counts[i][j] for i in row for j in column) for column in columns] for row in rows]
    hidden = hide(added, least=least)
    return Told(
        rows=rows,
        columns=columns,
        row_totals=tuple(sum(row) for row in added),
        column_totals=tuple(sum(column) for column in zip(*added, strict=True)),
        cells=tuple(
            tuple(None if (i, j) in hidden else count for j, count in enumerate(row)) for i, row in enumerate(added)
        ),
    )


def together(totals: Sequence[int], *, least: int) -> tuple[Places, ...] | None:
    """Which places are told by themselves and which, last, as one; None where all together are too few."""
    found = shown(totals, least=least)
    if found.total is None:
        return None
    alone = tuple((place,) for place, cell in enumerate(found.cells) if cell is not None)
    pooled = tuple(place for place, cell in enumerate(found.cells) if cell is None)
    return (*alone, pooled) if pooled else alone


def hide(counts: Sequence[Sequence[int]], *, least: int) -> frozenset[Cell]:
    """The cells that are hidden where all totals are known: the small ones, and as many more as it takes that each of
    them could be any of at least `least` - 1 numbers; of those no more than are needed.
    Where hiding every number does not do, each 0 is hidden too."""
    numbers = {(i, j): count for i, row in enumerate(counts) for j, count in enumerate(row)}
    small = sorted(cell for cell, count in numbers.items() if 0 < count < least)
    hidden = set(small)
    for cell in small:
        while not _is_wide(cell, {each: numbers[each] for each in hidden}, need=least - 2):
            more = [each for each, count in numbers.items() if count and each not in hidden]
            if not more:
                return frozenset(numbers)
            hidden.add(min(more, key=lambda each: (_is_apart(each, cell), numbers[each], each)))
    for extra in sorted(hidden - set(small), key=lambda each: (-numbers[each], each)):
        fewer = {each: numbers[each] for each in hidden - {extra}}
        if all(_is_wide(cell, fewer, need=least - 2) for cell in small):
            hidden.remove(extra)
    return frozenset(hidden)


def _is_apart(one: Cell, other: Cell) -> bool:
    return one[0] != other[0] and one[1] != other[1]


def _is_wide(cell: Cell, hidden: dict[Cell, int], *, need: int) -> bool:
    """Could the cell be so many numbers more or fewer, with every other hidden one at least 1 and all totals kept?

    What one cell takes up, others of its row and column give: a flow between rows and columns.
    """
    row, column = ("row", cell[0]), ("column", cell[1])
    up = _flow(_room(hidden, cell, need=need), column, row, most=need)
    if up >= need:
        return True
    down = min(_flow(_room(hidden, cell, need=need), row, column, most=need), hidden[cell] - 1)
    return up + down >= need


def _room(hidden: dict[Cell, int], but: Cell, *, need: int) -> dict[Node, dict[Node, int]]:
    """How much each of the other hidden cells can take up (from its row to its column) and give (back)."""
    room: dict[Node, dict[Node, int]] = {}
    for (i, j), count in hidden.items():
        if (i, j) != but:
            room.setdefault(("row", i), {})[("column", j)] = need
            room.setdefault(("column", j), {})[("row", i)] = count - 1
    return room


def _flow(room: dict[Node, dict[Node, int]], start: Node, end: Node, *, most: int) -> int:
    """How much can go from one to the other, at most `most`."""
    total = 0
    while total < most and (way := _way(room, start, end)):
        amount = min(room[one][other] for one, other in way)
        for one, other in way:
            room[one][other] -= amount
            room[other][one] += amount
        total += amount
    return min(total, most)


def _way(room: dict[Node, dict[Node, int]], start: Node, end: Node) -> list[tuple[Node, Node]]:
    """A shortest way with room on each of its steps; empty where there is none."""
    came: dict[Node, Node] = {}
    ahead = [start]
    for node in ahead:
        for other, amount in room.get(node, {}).items():
            if amount and other not in came and other != start:
                came[other] = node
                ahead.append(other)
    if end not in came:
        return []
    way = [(came[end], end)]
    while way[0][0] != start:
        way.insert(0, (came[way[0][0]], way[0][0]))
    return way
