"""The heat map stays in its box and says the same in words."""

import pytest

from portfolios.drawing.matrix import TALL, WIDE, drawn, drawn_in_parts
from portfolios.rules.coverage import coverage_of
from tests.unit.portfolios.rules.test_coverage import PCF, piece


@pytest.mark.parametrize("layout", [WIDE, TALL])
@pytest.mark.parametrize("number", [0, 1, 12, 60])
def test_everything_lies_within_the_box(layout, number):
    found = coverage_of([PCF], [piece(each, "1") for each in range(number)])
    picture = drawn(found.matrices[0], found.columns, layout=layout)

    assert all(
        cell.x >= 0 and cell.x + cell.width <= picture.width and cell.y + 20 <= picture.height for cell in picture.cells
    )
    assert all(word.y <= picture.height for word in picture.words)
    assert len(picture.cells) == len(found.columns)
    assert picture.rules.count("M") == 3


def test_shade_grows_with_the_number_which_stands_in_the_cell():
    kinds = ["Feedback"] * 10 + ["Case audit"] * 2 + ["Project"]
    found = coverage_of([PCF], [piece(each, "1", kind=kind) for each, kind in enumerate(kinds)])
    picture = drawn(found.matrices[0], found.columns, layout=WIDE)

    assert [(cell.count, cell.shade) for cell in picture.cells[:3]] == [(10, 3), (2, 2), (1, 1)]
    assert [word.text for word in picture.words] == ["1 Professionalism", "Values", "2.1 Respects", "2.2 Explains"]
    assert [word.text for word in picture.words if word.is_heading] == ["Values"]
    assert [word.text for word in picture.heads] == ["A", "B", "C"]
    assert picture.cells[0].middle > picture.cells[0].x
    assert picture.cells[0].base > picture.cells[0].y


def test_picture_is_told_in_words():
    found = coverage_of([PCF], [piece(1, "1"), piece(2, "1"), piece(3, "2.2")])

    assert drawn(found.matrices[0], found.columns, layout=TALL).description == (
        "1 Professionalism: 2 pieces. 2.1 Respects: nothing yet. 2.2 Explains: 1 piece."
    )


def test_cells_of_a_shade_are_one_path_and_numbers_stand_on_them():
    kinds = ["Feedback"] * 3 + ["Case audit"] + ["Project"] + ["Certificate"] * 8
    found = coverage_of([PCF], [piece(each, "1", kind=kind) for each, kind in enumerate(kinds)])
    picture = drawn(found.matrices[0], found.columns, layout=WIDE)

    assert picture.shades == (
        (1, "M478 26h44v20h-44zM526 26h44v20h-44z"),
        (3, "M430 26h44v20h-44zM574 26h44v20h-44z"),
    )
    assert [(is_dark, [cell.count for cell in cells]) for is_dark, cells in picture.numbers] == [
        (False, [1, 1]),
        (True, [3, 8]),
    ]


def test_picture_that_is_too_high_goes_on_in_the_next_one_under_its_domain():
    found = coverage_of([PCF], [piece(1, "1"), piece(2, "2.2")])
    [matrix] = found.matrices
    first, second = drawn_in_parts(matrix, found.columns, layout=WIDE, most=110)

    assert [[word.text for word in each.words] for each in (first, second)] == [
        ["1 Professionalism", "Values", "2.1 Respects"],
        ["Values", "2.2 Explains"],
    ]
    assert (first.height <= 110, second.height <= 110) == (True, True)
    assert [each.title.rpartition(", ")[2] for each in (first, second)] == ["part 1 of 2", "part 2 of 2"]
    assert second.description == "2.2 Explains: 1 piece."
    assert len(drawn_in_parts(matrix, found.columns, layout=WIDE, most=1000)) == 1
