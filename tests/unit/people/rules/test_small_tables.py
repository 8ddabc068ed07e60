"""No small number of a table can be had by adding and subtracting what is shown."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from academy.people.rules.small_tables import Told, hide, tell, together

LEAST = 4
NUMBERS = st.sampled_from([0, 0, 1, 1, 2, 3, 4, 5, 7])
SHAPES = st.tuples(st.integers(1, 4), st.integers(1, 3))
TABLES = SHAPES.flatmap(
    lambda shape: st.lists(st.lists(NUMBERS, min_size=shape[1], max_size=shape[1]), min_size=1, max_size=shape[0])
)


def fillings(told: Told) -> Iterator[list[tuple[int, ...]]]:
    """Every table that somebody could think of who knows what is shown, and that what is shown as 0 is 0."""
    shows_zeros = any(cell is not None for row in told.cells for cell in row)
    rows = list(zip(told.cells, told.row_totals, strict=True))
    return tables(rows, told.column_totals, least=int(shows_zeros))


def tables(rows: list[Any], left: tuple[int, ...], *, least: int) -> Iterator[list[tuple[int, ...]]]:
    if not rows:
        yield from [] if any(left) else [[]]
        return
    for row in lines(*rows[0], left=left, least=least):
        remaining = tuple(have - count for have, count in zip(left, row, strict=True))
        yield from ([row, *rest] for rest in tables(rows[1:], remaining, least=least))


def lines(cells: tuple[int | None, ...], total: int, *, left: tuple[int, ...], least: int) -> Iterator[tuple[int, ...]]:
    if not cells:
        yield from [] if total else [()]
        return
    most = min(total, left[0])
    known = cells[0]
    for count in range(least, most + 1) if known is None else range(known, min(known, most) + 1):
        rest = lines(cells[1:], total - count, left=left[1:], least=least)
        yield from ((count, *each) for each in rest)


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_small_number_could_be_any_of_several_to_whoever_knows_all_that_is_shown(counts):
    told = tell(counts, least=LEAST)
    if told is None:
        assert sum(map(sum, counts)) < LEAST
        return
    true = [[sum(counts[i][j] for i in row for j in column) for column in told.columns] for row in told.rows]
    assert all(total == 0 or total >= LEAST for total in (*told.row_totals, *told.column_totals))
    assert all(
        cell == count and (cell == 0 or cell >= LEAST)
        for row, counted in zip(told.cells, true, strict=True)
        for cell, count in zip(row, counted, strict=True)
        if cell is not None
    )
    small = [
        (i, j) for i, row in enumerate(told.cells) for j, cell in enumerate(row) if cell is None and true[i][j] < LEAST
    ]
    thought: dict[tuple[int, int], set[int]] = {cell: set() for cell in small}
    for table in fillings(told) if small else ():
        for i, j in small:
            thought[i, j].add(table[i][j])
        if all(len(found) >= LEAST - 1 for found in thought.values()):
            break
    assert [cell for cell, found in thought.items() if len(found) < LEAST - 1] == []


def test_two_hidden_in_every_row_and_column_are_not_enough_where_they_hang_on_a_thread():
    """Of two blocks joined by one cell, that one is what is left of the first block: more is hidden with it."""
    blocks = [[20, 20, 0, 0], [20, 20, 3, 0], [0, 0, 20, 20], [0, 0, 20, 20]]

    hidden = hide(blocks, least=10)

    assert (1, 2) in hidden
    assert hidden == frozenset((i, j) for i in range(4) for j in range(4))


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ([[20, 30], [40, 50]], []),
        ([[20, 3], [40, 30]], [(0, 0), (0, 1), (1, 0), (1, 1)]),
        ([[20, 3, 15], [40, 30, 50]], [(0, 0), (0, 1), (1, 0), (1, 1)]),
        ([[20, 0, 15], [40, 30, 50]], []),
        ([[9, 1], [1, 9]], [(0, 0), (0, 1), (1, 0), (1, 1)]),
    ],
)
def test_small_number_takes_a_square_of_others_with_it(counts, hidden):
    assert sorted(hide(counts, least=10)) == hidden


@pytest.mark.parametrize(
    ("totals", "found"),
    [
        ([30, 20, 0], ((0,), (1,), (2,))),
        ([30, 4, 8], ((0,), (1, 2))),
        ([30, 4, 12], ((0,), (1, 2))),
        ([30, 4], ((0, 1),)),
        ([4, 3], None),
        ([], None),
    ],
)
def test_small_groups_are_told_together_and_none_of_too_few(totals, found):
    assert together(totals, least=10) == found
