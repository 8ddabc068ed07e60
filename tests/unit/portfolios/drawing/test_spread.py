from portfolios.drawing.spread import LABEL, WIDTH, spread


def test_spread_has_a_row_a_section_and_a_block_a_piece():
    made = spread(
        [("Practice", [False, True]), ("Learning together with others in peer groups all year", [False]), ("Empty", [])]
    )
    assert made.description == (
        "Pieces by section. Practice: 2 pieces; Learning together with others in peer groups all year: 1 piece; "
        "Empty: 0 pieces."
    )
    assert [(row.y, row.middle, row.words, row.count) for row in made.rows] == [
        (0, 11, "Practice", 2),
        (22, 33, "Learning together with others in peer group…", 1),
        (44, 55, "Empty", 0),
    ]
    assert [(mark.x, mark.again) for mark in made.rows[0].marks] == [(LABEL, False), (LABEL + 19, True)]
    assert (made.block, made.height) == (16, 66)


def test_spread_of_many_pieces_stays_within_its_box():
    made = spread([("All", [False] * 200)])
    assert (made.rows[0].marks[-1].x + made.block <= WIDTH - 29, made.block) == (True, 0.8)


def test_spread_of_nothing_is_empty():
    assert (spread([]).rows, spread([]).height) == ((), 0)
