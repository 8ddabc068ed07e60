"""Square codes: dark modules on a quiet margin, the same each time."""

import re

import segno

from academy.ui.square_code import MARGIN, square_code

ADDRESS = "https://academy.example/portfolio/feedback/"


def test_square_code_draws_every_dark_module_within_its_margin():
    code = square_code(ADDRESS)
    bars = [tuple(int(each) for each in bar) for bar in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code.path)]
    drawn = {(x + step, y) for x, y, width in bars for step in range(width)}

    rows = list(segno.make(ADDRESS, error="m").matrix)
    dark = {(x + MARGIN, y + MARGIN) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell}
    assert (drawn, code.side) == (dark, len(rows) + 2 * MARGIN)


def test_square_code_is_the_same_each_time_and_another_for_another_address():
    assert square_code(ADDRESS) == square_code(ADDRESS)
    assert square_code(ADDRESS).path != square_code(ADDRESS + "x").path
