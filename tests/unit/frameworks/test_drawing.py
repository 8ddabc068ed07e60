from dataclasses import dataclass

from academy.frameworks.drawing import tall, wide


@dataclass(frozen=True)
class Part:
    code: str
    title: str
    group: str


PARTS = [
    Part("1", "Professionalism", "Impact"),
    Part("2", "Values and ethics", "Purpose"),
    Part("4", "Rights, justice and economic wellbeing", "Purpose"),
    Part("5", "Knowledge", "Practice"),
]


def test_wide_drawing_puts_groups_side_by_side_in_their_published_order():
    drawing = wide(PARTS)
    assert [band.name.text for band in drawing.bands] == ["Purpose", "Practice", "Impact"]
    assert [(band.x, band.y, band.width) for band in drawing.bands] == [(0, 0, 312), (324, 0, 312), (648, 0, 312)]
    assert (drawing.width, drawing.height) == (960, 204)


def test_tall_drawing_puts_groups_one_below_the_other():
    drawing = tall(PARTS)
    assert [(band.x, band.y, band.height) for band in drawing.bands] == [(0, 0, 204), (0, 216, 128), (0, 356, 128)]
    assert (drawing.width, drawing.height) == (340, 484)


def test_drawing_keeps_every_line_of_words_inside_its_cell():
    for drawing in (wide(PARTS), tall(PARTS)):
        cells = [cell for band in drawing.bands for cell in band.cells]
        assert len(cells) == 4
        for cell in cells:
            assert all(cell.y < line.y < cell.y + cell.height for line in cell.lines)
            assert all(cell.x < line.x < cell.x + cell.width for line in cell.lines)


def test_drawing_describes_itself_in_words():
    assert wide(PARTS).description == (
        "Purpose: 2 Values and ethics; 4 Rights, justice and economic wellbeing. "
        "Practice: 5 Knowledge. Impact: 1 Professionalism."
    )


def test_drawing_of_domains_without_groups_is_none():
    parts = [*PARTS, Part("9", "Professional leadership", "")]
    assert (wide(parts), tall(parts)) == (None, None)


def test_drawing_of_groups_it_does_not_know_keeps_their_order():
    assert [band.name.text for band in wide([Part("1", "A", "Z"), Part("2", "B", "Y")]).bands] == ["Z", "Y"]
