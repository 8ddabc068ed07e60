import csv
import io

import pytest

from academy.engines.imports.selectors.imports import fault_lines, import_page


@pytest.mark.parametrize("number", [1, 3])
def test_import_page_takes_two_queries_for_any_number_of_rows(clerk, number, django_assert_num_queries):
    made = clerk.uploads(b"word\n" + b"good\n" * number + b"bad\n" * number)
    with django_assert_num_queries(2):
        page = import_page(made)
    assert (page.headings, page.good) == (("Word",), ((("Word", "good"),),) * number)
    assert [(row.number, row.faults) for row in page.wrong] == [
        (2 + number + each, (("Word", "Write a word."),)) for each in range(number)
    ]


def test_fault_lines_say_row_column_what_is_there_and_what_to_do(clerk, monkeypatch):
    made = clerk.uploads(b"word\nbad\n")
    row = made.lines.get()
    row.cells, row.faults = {"word": "=1+1"}, [["word", "Write a word."], ["", "Take the row out."]]
    row.save()
    text = "".join(fault_lines(made))
    assert text[0] == "\ufeff"
    assert list(csv.reader(io.StringIO(text[1:], newline=""))) == [
        ["row", "column", "what is there", "what to do"],
        ["2", "Word", "'=1+1", "Write a word."],
        ["2", "", "", "Take the row out."],
    ]
