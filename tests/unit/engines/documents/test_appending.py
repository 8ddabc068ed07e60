import io

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from academy.engines.documents import appending
from academy.engines.documents.appending import append
from academy.engines.documents.rules.enclosures import Appended
from tests.pdf import Pdf
from tests.unit.engines.documents.test_attaching import kept


def script() -> DictionaryObject:
    said = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert(1)")}
    return DictionaryObject({NameObject(name): value for name, value in said.items()})


def pdf_of(pages=1, *, locked=False, hostile=False) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        page = writer.add_blank_page(200, 200)
        if hostile:
            page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): script()})
    if hostile:
        writer.root_object[NameObject("/OpenAction")] = script()
    if locked:
        writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (300, 200), "teal").save(made, "PNG")
    return made.getvalue()


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A page with a file of each sort behind it, what was told meanwhile, and how many pages came to it."""
    target, told = io.BytesIO(pdf_of()), []
    files = [
        Appended(file=kept(pdf_of(2, hostile=True), "1"), title="Audit", lines=("Piece 1",)),
        Appended(file=kept(picture(), "2", "image/png"), title="Sensory room"),
        Appended(file=kept(pdf_of(locked=True), "3"), title="Locked"),
        Appended(file=kept(b"%PDF-1.7 nothing of it", "4"), title="Broken"),
    ]
    added = append(target, files, tell=lambda per_cent, words: told.append(words))
    return Pdf(tmp_path_factory.mktemp("copy") / "copy.pdf", target.getvalue()), told, added


def test_each_file_follows_its_own_page_and_what_cannot_says_why(copy):
    pdf, told, added = copy
    assert (added, pdf.info["Pages"], pdf.is_sound) == (6, "7", True)
    texts = [" ".join(page.split()) for page in pdf.pages]
    assert texts[1] == "Evidence file 1 of 4 Audit Piece 1 2 pages of it follow."
    assert texts[2:5] == ["", "", "Evidence file 2 of 4 Sensory room"]
    assert "It is locked with a password, so its pages cannot follow." in texts[5]
    assert "Its pages cannot be read, so they do not follow." in texts[6]
    assert told == [f"Adding file {number} of 4" for number in (1, 2, 3, 4)]


def test_files_have_bookmarks_and_nothing_that_runs(copy):
    pdf, *_ = copy
    reader = PdfReader(io.BytesIO(pdf.content))
    above, below = reader.outline
    assert above.title == "Evidence files"
    assert [each.title for each in below] == ["1. Audit", "2. Sensory room", "3. Locked", "4. Broken"]
    assert [reader.get_destination_page_number(each) for each in below] == [1, 4, 5, 6]
    assert ("/JavaScript" in pdf.source, "/AA" in pdf.source) == (False, False)


def test_a_file_too_long_or_too_slow_stays_out(monkeypatch, tmp_path):
    monkeypatch.setattr(appending, "PAGES_EACH", 1)
    said = Appended(file=kept(pdf_of(2)), title="Long")
    (long,) = appending._tried([said], tmp_path, lambda per_cent, words: None)
    assert long.because == "It has too many pages to print with the portfolio."

    def slow(command, **more):
        raise appending.subprocess.TimeoutExpired(command, 1)

    monkeypatch.setattr(appending.subprocess, "run", slow)
    (slow_one,) = appending._tried([said], tmp_path, lambda per_cent, words: None)
    assert slow_one.because == "Its pages cannot be read, so they do not follow."
