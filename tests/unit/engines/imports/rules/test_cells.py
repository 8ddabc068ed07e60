import pytest
from hypothesis import given
from hypothesis import strategies as st

from academy.engines.imports.rules.cells import as_text, plain


@pytest.mark.parametrize("value", ["=1+1", "+44 117", "-3", "@SUM(A1)", "\t=1", "\r=1"])
def test_as_text_marks_whatever_a_spreadsheet_would_calculate(value):
    assert as_text(value) == f"'{value}"


@pytest.mark.parametrize("value", ["", "A visit", "1.5", "'quoted' words", "a=b"])
def test_as_text_leaves_other_words_alone(value):
    assert as_text(value) == value
    assert plain(value) == value


@given(st.text(alphabet="'=+-@a \t", max_size=6))
def test_plain_gives_back_what_as_text_was_given(value):
    assert plain(as_text(value)) == value
