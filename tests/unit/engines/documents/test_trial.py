import io

import pytest
from pypdf import PdfReader

from academy.engines.documents.trial import LOCKED, TOO_LONG, clean
from tests.unit.engines.documents.test_appending import pdf_of


def cleaned(tmp_path, content, most_pages=5):
    found, made = tmp_path / "found.pdf", tmp_path / "cleaned.pdf"
    found.write_bytes(content)
    return clean(str(found), str(made), most_pages), made


def test_pages_alone_are_written_without_what_runs(tmp_path):
    pages, made = cleaned(tmp_path, pdf_of(2, hostile=True))
    reader = PdfReader(io.BytesIO(made.read_bytes()))
    assert (pages, len(reader.pages)) == (2, 2)
    assert ["/AA" in page for page in reader.pages] == [False, False]
    assert "/OpenAction" not in reader.root_object


@pytest.mark.parametrize(("content", "code"), [(pdf_of(locked=True), LOCKED), (pdf_of(6), TOO_LONG)])
def test_locked_and_long_ones_end_with_their_code(tmp_path, content, code):
    with pytest.raises(SystemExit) as ended:
        cleaned(tmp_path, content)
    assert ended.value.code == code
