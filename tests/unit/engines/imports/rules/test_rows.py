from academy.engines.imports.rules.rows import Column, Fault, cell_of, missing_columns, parsed, unused_headings


def number(text):
    try:
        return int(text)
    except ValueError:
        raise ValueError("Write a number.") from None


COLUMNS = (Column("title", "The title", required=True), Column("size", "Size", number))


def test_columns_are_found_by_name_or_label():
    assert missing_columns(COLUMNS, ("the title",)) == missing_columns(COLUMNS, ("title",)) == []
    assert missing_columns(COLUMNS, ("size",)) == ["The title"]


def test_headings_nothing_is_read_from_are_named():
    assert unused_headings(COLUMNS, ("title", "colour", "", "size")) == ["colour"]


def test_parsed_gives_values_and_none_for_empty_cells():
    assert parsed(COLUMNS, {"the title": " A ", "size": "3"}) == ({"title": "A", "size": 3}, [])
    assert parsed(COLUMNS, {"title": "A", "size": " "}) == ({"title": "A", "size": None}, [])


def test_parsed_names_the_cell_that_was_not_understood():
    assert parsed(COLUMNS, {"title": "A", "size": "much"}) == (
        {"title": "A", "size": None},
        [Fault("size", "Write a number.")],
    )


def test_cell_of_a_column_that_is_not_there_is_empty():
    assert cell_of(COLUMNS[1], {"title": "A"}) == ""
