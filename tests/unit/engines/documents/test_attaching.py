import hashlib
import io
import subprocess
from datetime import UTC, datetime

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from pypdf import PdfReader, PdfWriter

from academy.engines.documents.attaching import Changed, attach, bytes_of
from academy.engines.documents.rules.enclosures import Attached, Kept
from tests.pdf import Pdf

AT = datetime(2026, 11, 17, 10, 34, tzinfo=UTC)
TRICKY = b"%PDF-1.7 endstream endobj \r\n startxref 0 %%EOF" + bytes(range(256)) * 2000


def kept(content: bytes, uid="1", content_type="application/pdf") -> Kept:
    key = default_storage.save(f"tests/{uid}", ContentFile(content))
    digest = hashlib.sha256(content).hexdigest()
    return Kept(uid=uid, storage_key=key, content_type=content_type, size=len(content), sha256=digest)


@pytest.fixture
def plain():
    """A small PDF with a title and a named place, open for writing behind it."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Title": "A portfolio"})
    writer.add_named_destination("first", 0)
    made = io.BytesIO()
    writer.write(made)
    return made


def test_attach_puts_the_same_bytes_inside_and_leaves_what_was_there(plain, tmp_path):
    before = plain.getvalue()
    files = [
        Attached(file=kept(TRICKY, "1"), name="02 visit – Ünï.pdf", description="A visit"),
        Attached(file=kept(b"notes", "2", "text/plain; charset=utf-8"), name="01 notes.txt", description="Notes"),
    ]
    attach(plain, files, at=AT)
    pdf = Pdf(tmp_path / "made.pdf", plain.getvalue())
    assert pdf.content.startswith(before)
    assert (pdf.is_sound, pdf.info["Title"]) == (True, "A portfolio")
    reader = PdfReader(plain)
    assert {name: found[0] for name, found in reader.attachments.items()} == {
        "01 notes.txt": b"notes",
        "02 visit – Ünï.pdf": TRICKY,
    }
    assert list(reader.named_destinations) == ["first"]
    said = [each.get_object() for each in reader.root_object["/AF"]]
    assert [(each["/AFRelationship"], each["/Desc"]) for each in said] == [
        ("/Supplement", "A visit"),
        ("/Supplement", "Notes"),
    ]
    assert said[1]["/EF"]["/F"]["/Subtype"] == "/text/plain"
    listed = subprocess.run(["pdfdetach", "-list", str(pdf.path)], capture_output=True, check=True).stdout.decode()
    assert listed == "2 embedded files\n1: 01 notes.txt\n2: 02 visit – Ünï.pdf\n"


def test_attach_nothing_changes_nothing(plain):
    before = plain.getvalue()
    attach(plain, [], at=AT)
    assert plain.getvalue() == before


def test_bytes_that_changed_since_are_never_passed_on(plain):
    file = kept(b"as handed in")
    other = Kept(**{**vars(file), "sha256": "0" * 64})
    assert b"".join(bytes_of(file)) == b"as handed in"
    with pytest.raises(Changed, match="not the one that was handed in"):
        attach(plain, [Attached(file=other, name="a.pdf", description="A")], at=AT)
