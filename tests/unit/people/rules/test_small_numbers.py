"""Small numbers are hidden, and nothing shown gives them away."""

from itertools import product

import pytest

from academy.people.rules.small_numbers import Shown, shown


@pytest.mark.parametrize(
    ("counts", "cells", "total"),
    [
        ([], (), None),
        ([12, 15], (12, 15), 27),
        ([12, 0, 15], (12, 0, 15), 27),
        ([12, 9], (None, None), 21),
        ([40, 12, 3], (40, None, None), 55),
        ([40, 4, 3], (None, None, None), 47),
        ([40, 6, 4], (40, None, None), 50),
        ([4, 5], (None, None), None),
        ([4, 0, 0], (None, None, None), None),
        ([10, 0], (10, 0), 10),
        ([0, 9, 0, 30], (0, None, 0, None), 39),
    ],
)
def test_numbers_below_ten_and_what_gives_them_away_are_hidden(counts, cells, total):
    assert shown(counts, least=10) == Shown(cells, total)


def test_no_small_number_can_be_had_by_taking_the_others_from_the_total():
    for counts in product([0, 1, 4, 5, 9, 10, 25], repeat=3):
        found = shown(counts, least=10)
        hidden = [count for count, cell in zip(counts, found.cells, strict=True) if cell is None]
        assert all(cell == 0 or cell >= 10 for cell in found.cells if cell is not None)
        assert found.total is None or not hidden or (len(hidden) > 1 and sum(hidden) >= 10)
