import csv

import pytest

from academy.engines.imports.rules import tables
from academy.engines.imports.rules.tables import Unreadable, read_table

WORDS = "title;when\r\nCafé – “quick”;12/11/2026\r\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (WORDS.encode("utf-8"), "UTF-8"),
        (WORDS.encode("utf-8-sig"), "UTF-8"),
        (WORDS.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), "UTF-16"),
        (WORDS.encode("cp1252"), "Windows-1252"),
    ],
)
def test_table_is_read_in_the_encodings_people_have(content, encoding):
    table = read_table(content)
    assert (table.encoding, table.separator, table.headings) == (encoding, ";", ("title", "when"))
    assert [(line.number, line.cells) for line in table.lines] == [
        (2, {"title": "Café – “quick”", "when": "12/11/2026"})
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_table_is_read_with_the_separators_people_have(separator):
    table = read_table(f"Title{separator}When\na{separator}b\n".encode())
    assert (table.separator, table.lines[0].cells) == (separator, {"title": "a", "when": "b"})


def test_table_keeps_line_ends_in_cells_and_passes_over_empty_rows():
    table = read_table(b'Title,When\n\n"First\nsecond",x\n,\nlast\n')
    assert [(line.number, line.cells) for line in table.lines] == [
        (3, {"title": "First\nsecond", "when": "x"}),
        (5, {"title": "last"}),
    ]


def test_formula_is_text_and_its_mark_is_taken_away():
    table = read_table(b'title,happened,\n\'=1+1,=HYPERLINK("x"),beside\n')
    assert table.lines[0].cells == {"title": "=1+1", "happened": '=HYPERLINK("x")'}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "holds no rows"),
        (b"title,when\n", "holds no rows"),
        (b"\n\na,b\n", "holds no rows"),
        (b"\x00\x01\x02PK", "is no text"),
        (b"title\n\x81\x8d", "is no text"),
        (b"\xff\xfea\x00b", "is damaged"),
        (b"title\n" + b"x" * (csv.field_size_limit() + 1), "is no table"),
    ],
)
def test_file_that_is_no_table_is_refused_with_what_to_do(content, says):
    with pytest.raises(Unreadable, match=says):
        read_table(content)


def test_table_of_more_rows_than_go_at_once_is_refused(monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    assert len(read_table(b"t\n1\n2\n").lines) == 2
    with pytest.raises(Unreadable, match="The file has 3 rows; at most 2 go at once"):
        read_table(b"t\n1\n2\n3\n")
