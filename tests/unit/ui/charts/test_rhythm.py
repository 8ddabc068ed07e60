"""Where the boxes, dots and the line for today of the rhythm strip stand."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from academy.ui.charts import Dot, RhythmStrip, Series, Stretch
from academy.ui.charts.rhythm import GAP, WIDTH, PlacedDot, entries_in_words, rhythm_drawing

FIRST = date(2025, 10, 13)
LENGTH = 84


def stretch(number: int, *dots: Dot) -> Stretch:
    start = FIRST + timedelta(days=number * LENGTH)
    return Stretch(start, start + timedelta(days=LENGTH - 1), dots)


def strip(*stretches: Stretch, today: date = FIRST) -> RhythmStrip:
    return RhythmStrip(stretches, today)


@pytest.mark.parametrize("number", [1, 3, 5, 9])
def test_rhythm_drawing_cells_fill_the_width_without_touching(number: int) -> None:
    cells = rhythm_drawing(strip(*(stretch(index) for index in range(number)))).cells
    assert cells[0].x == 0
    assert cells[-1].x + cells[-1].width == pytest.approx(WIDTH, abs=0.2)
    gaps = [after.x - before.x - before.width for before, after in pairwise(cells)]
    assert gaps == pytest.approx([GAP] * (number - 1), abs=0.2)


def test_rhythm_drawing_no_stretch_is_an_empty_picture_that_says_so() -> None:
    drawing = rhythm_drawing(strip())
    assert (drawing.cells, drawing.today_x, drawing.description) == ((), None, "There is no stretch to show yet.")


def test_rhythm_drawing_describes_counts_in_sentences() -> None:
    drawing = rhythm_drawing(strip(stretch(0, Dot(0.1, Series.FORMAL)), stretch(1)))
    assert drawing.description == (
        "Entries per stretch, oldest first: 1, 0. One is empty. The latest, until 29 March 2026, holds no entry."
    )


@pytest.mark.parametrize(("position", "x"), [(0, 8), (1, 352), (0.5, 180), (-3, 8), (7, 352)])
def test_rhythm_drawing_dot_stays_inside_its_box(position: float, x: float) -> None:
    cell = rhythm_drawing(strip(stretch(0, Dot(position, Series.OTHERS)))).cells[0]
    assert cell.dots == (PlacedDot(x, 44, "c-20"),)


def test_rhythm_drawing_dots_on_one_day_move_to_other_rows() -> None:
    same = [Dot(0.5, Series.EXPERIENCE)] * 4
    cell = rhythm_drawing(strip(stretch(0, *same))).cells[0]
    assert [dot.y for dot in cell.dots] == [44, 32, 56, 44]


def test_rhythm_drawing_series_of_no_such_name_is_refused() -> None:
    with pytest.raises(ValueError, match="'90' is not a valid Series"):
        rhythm_drawing(strip(stretch(0, Dot(0.5, "90"))))


@pytest.mark.parametrize(
    ("today", "x"),
    [
        (FIRST, 2.1),
        (FIRST + timedelta(days=83), 357.9),
        (FIRST - timedelta(days=1), None),
        (FIRST + timedelta(days=84), None),
    ],
)
def test_rhythm_drawing_today_is_a_line_only_inside_a_stretch(today: date, x: float | None) -> None:
    assert rhythm_drawing(strip(stretch(0), today=today)).today_x == x


def test_rhythm_drawing_narrow_boxes_say_less() -> None:
    cells = rhythm_drawing(strip(*(stretch(index) for index in range(9)))).cells
    assert [(cell.words, cell.starts_on is not None) for cell in cells[:3]] == [("0", True), ("0", False), ("0", True)]


def test_rhythm_drawing_empty_box_says_so() -> None:
    cell = rhythm_drawing(strip(stretch(0))).cells[0]
    assert (cell.is_empty, cell.words, cell.starts_on) == (True, "empty", FIRST)


@pytest.mark.parametrize(("number", "said"), [(0, "no entry"), (1, "1 entry"), (2, "2 entries")])
def test_entries_in_words_counts_as_people_do(number: int, said: str) -> None:
    assert entries_in_words(number) == said


def test_stretch_count_counts_one_way_of_learning() -> None:
    written = stretch(0, Dot(0.1, Series.FORMAL), Dot(0.2, "formal"), Dot(0.3, Series.OTHERS))
    assert [written.count(series) for series in Series] == [0, 1, 2]
