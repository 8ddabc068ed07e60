"""Hostile files: each is refused with a sentence that names it and says what to do, or made harmless."""

import io
import zipfile
import zlib

import pytest
from PIL import ImageFile
from pypdf import PdfWriter

from academy.engines.files.choices import FileKind
from academy.engines.files.inspection import pdf_child, pdfs
from academy.engines.files.inspection.faults import Fault
from academy.engines.files.inspection.looking import fault_of
from academy.engines.files.rules.recognition import kind_of
from academy.engines.files.rules.uploads import tidy_name
from academy.engines.files.services.files import refusal
from tests.factories import files
from tests.factories.files import pdf, picture, upload

MEGABYTE = 1024 * 1024


def stream(said: bytes, packed: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (said, len(packed), packed)


def bomb(megabytes: int) -> bytes:
    packing = zlib.compressobj(9)
    packed = b"".join(packing.compress(b"\x00" * MEGABYTE) for _ in range(megabytes))
    return packed + packing.flush()


def office(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("word/document.xml", b"<w/>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}", content)
    return made.getvalue()


SCRIPT = b"<< /S /JavaScript /JS (app.alert(1)) >>"
PDFS = [
    pytest.param(pdf(SCRIPT, catalog=b"/OpenAction 4 0 R"), Fault.SCRIPT, id="script when opened"),
    pytest.param(pdf(b"<< /S /Launch /F (cmd.exe) >>", catalog=b"/OpenAction 4 0 R"), Fault.SCRIPT, id="a program"),
    pytest.param(pdf(catalog=b"/AA << /WC << /S /J#61vaScript >> >>"), Fault.SCRIPT, id="script with a disguised name"),
    pytest.param(pdf(catalog=b"/Names << /JavaScript 4 0 R >>"), Fault.SCRIPT, id="script by name"),
    pytest.param(pdf(catalog=b"/AcroForm << /XFA [(a) 4 0 R] >>"), Fault.SCRIPT, id="form that is a program"),
    pytest.param(pdf(b"<< /S /SubmitForm /F (https://x.example) >>"), Fault.SCRIPT, id="form that sends itself"),
    pytest.param(pdf(b"<< /Type /Annot /Subtype /RichMedia >>"), Fault.SCRIPT, id="rich media"),
    pytest.param(pdf(b"[[<< /A << /S /Launch >> >>]]"), Fault.SCRIPT, id="a program deep inside"),
    pytest.param(pdf(b"<< /Type /Filespec /EF << /F 5 0 R >> >>"), Fault.CARRIES, id="a file inside"),
    pytest.param(pdf(stream(b"/Type /EmbeddedFile", b"MZ")), Fault.CARRIES, id="a file inside without a name"),
    pytest.param(pdf(b"<< /Subtype /FileAttachment >>"), Fault.CARRIES, id="a file pinned to a page"),
    pytest.param(pdf(pages=10_000), Fault.PAGES, id="10,000 pages"),
    pytest.param(pdf(pages=501), Fault.PAGES, id="one page too many"),
    pytest.param(pdf(stream(b"/Filter /FlateDecode", bomb(6))), Fault.UNPACKS, id="a stream that unpacks far"),
    pytest.param(
        pdf(*[stream(b"/Filter [/FlateDecode]", bomb(2))] * 3), Fault.UNPACKS, id="streams that together unpack far"
    ),
    pytest.param(
        pdf(stream(b"/Filter [/FlateDecode /FlateDecode]", zlib.compress(bomb(1)))), Fault.UNPACKS, id="packed twice"
    ),
    pytest.param(pdf(b"<< /Subtype /Image /Width 90000 /Height 90000 >>"), Fault.UNPACKS, id="an enormous picture"),
    pytest.param(pdf(b"[" * 70 + b"]" * 70), Fault.UNPACKS, id="nested without end"),
]


@pytest.fixture
def _few_megabytes(monkeypatch):
    monkeypatch.setattr(pdf_child, "MOST_UNPACKED", 5 * MEGABYTE)


@pytest.mark.usefixtures("_few_megabytes")
@pytest.mark.parametrize(("content", "fault"), PDFS)
def test_hostile_pdf_is_found_out(content, fault):
    assert pdf_child.fault_in(io.BytesIO(content)) == fault


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(pdf(SCRIPT, catalog=b"/OpenAction 4 0 R"), Fault.SCRIPT, id="script"),
        pytest.param(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n", Fault.DAMAGED, id="without pages"),
        pytest.param(pdf() + files.archive("evil.js"), Fault.APPENDED, id="a zip behind its end"),
    ],
)
def test_hostile_pdf_is_refused_by_a_process_of_its_own(content, fault):
    assert refusal(upload(content, "plan.pdf")) == f"“plan.pdf” {fault.says}"


def test_pdf_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(pdfs, "_MOST_SECONDS", 0.01)
    assert fault_of(io.BytesIO(pdf()), FileKind.PDF) == Fault.DAMAGED


def test_pdf_of_as_many_pages_as_are_taken_with_ordinary_streams_is_taken():
    page = stream(b"/Filter /FlateDecode", zlib.compress(b"BT (Hello) Tj ET"))
    damaged = stream(b"/Filter /FlateDecode", b"not packed at all")
    plain = stream(b"/Filter /DCTDecode /Width 900 /Height 900", b"jpeg")
    assert refusal(upload(pdf(page, damaged, plain, b"[1 2]", pages=500), "plan.pdf")) is None


def test_pdf_with_a_password_is_refused_and_one_that_only_forbids_printing_is_taken():
    assert [pdf_child.fault_in(io.BytesIO(locked(word))) for word in ("secret", "")] == [Fault.LOCKED, ""]


def locked(word: str) -> bytes:
    """A PDF that opens with this password."""
    writer, made = PdfWriter(), io.BytesIO()
    writer.add_blank_page(72, 72)
    writer.encrypt(user_password=word, owner_password="owner", algorithm="AES-256")
    writer.write(made)
    return made.getvalue()


def test_pdf_and_web_page_at_once_is_taken_only_where_its_head_is_a_pdfs():
    page = b"<html><script>alert(1)</script></html>"
    assert refusal(upload(page + pdf(), "plan.pdf")) == (
        "“plan.pdf” is a web page or an SVG drawing. Print the page as PDF, or save the drawing as PNG, "
        "and choose that."
    )
    assert kind_of(io.BytesIO(pdf() + page)) == "pdf"  # given out as a PDF, never guessed at: tested with its headers


ARCHIVES = [
    pytest.param(office(**{"media.xml": b"\x00" * 40 * MEGABYTE}), Fault.UNPACKS, id="one that unpacks far"),
    pytest.param(office(**{"embeddings/a.xlsm": b"x"}), Fault.CARRIES, id="a workbook with macros inside"),
    pytest.param(office(**{"embeddings/a.JS": b"x"}), Fault.CARRIES, id="a script inside"),
]


@pytest.mark.parametrize(("content", "fault"), ARCHIVES)
def test_hostile_office_file_is_refused(content, fault):
    assert refusal(upload(content, "plan.docx")) == f"“plan.docx” {fault.says}"


def test_office_file_that_claims_to_unpack_far_is_refused(monkeypatch):
    monkeypatch.setattr("academy.engines.files.inspection.archives.MOST_UNPACKED", 2000)
    assert fault_of(io.BytesIO(office(**{"a.xml": b"a" * 3000})), kind_of(io.BytesIO(files.WORD))) == Fault.UNPACKS


def test_office_file_with_a_locked_part_is_refused():
    content = bytearray(files.WORD)
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    assert refusal(upload(bytes(content), "plan.docx")) == f"“plan.docx” {Fault.LOCKED.says}"


def renamed() -> bytes:
    """A document with macros that calls its parts by other names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "[Content_Types].xml", b"<Override ContentType='application/vnd.ms-word.document.macroEnabled'/>"
        )
        archive.writestr("word/document.xml", b"<w/>")
    return made.getvalue()


@pytest.mark.parametrize("content", [office(**{"vbaProject.bin": b"x"}), renamed()])
def test_macros_are_refused_by_what_they_are(content):
    assert refusal(upload(content, "plan.docx")) == (
        "“plan.docx” holds macros. Save it without them, as .docx, .xlsx or .pptx, and choose that."
    )


def test_archive_whose_list_of_parts_cannot_be_read_is_refused():
    content = bytearray(files.WORD)
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert (refusal(upload(bytes(content), "plan.docx")) or "").startswith("“plan.docx” is a packed folder")


PICTURES = [
    pytest.param(picture("PNG") + files.archive("evil.js"), Fault.APPENDED, id="a zip behind its end"),
    pytest.param(picture("PNG", size=(8000, 6251), mode="1"), Fault.POINTS, id="too many points"),
    pytest.param(picture("PNG", size=(20000, 20000), mode="1"), Fault.POINTS, id="a bomb"),
    pytest.param(picture("PNG")[:-30], Fault.DAMAGED, id="cut short"),
    pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", Fault.DAMAGED, id="a head alone"),
    pytest.param(b"\xff\xd8\xff\xe0/*<script>alert(1)</script>*/", Fault.DAMAGED, id="a picture's head and a script"),
]


@pytest.mark.parametrize(("content", "fault"), PICTURES)
def test_hostile_picture_is_refused(content, fault):
    assert refusal(upload(content, "board.png")) == f"“board.png” {fault.says}"


def test_half_a_picture_is_damaged_in_a_process_that_sets_documents_too(monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)

    assert refusal(upload(picture("PNG")[:-30], "board.png")) == f"“board.png” {Fault.DAMAGED.says}"
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


UNTAKEN = [
    (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "is a web page or an SVG drawing."),
    (b"\xef\xbb\xbf\n <!DOCTYPE svg><svg onload='alert(1)'/>", "is a web page or an SVG drawing."),
    (b"<?xml version='1.0'?><svg/>", "is a web page or an SVG drawing."),
    (b"GIF89a/*\x00\x00=1;alert(1)//*/", "is a GIF."),
    (b"\x00\x00\x00\x18ftypheic\x00\x00", "is a HEIC picture, which many computers cannot show."),
    (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "is a WebP picture."),
    (b"BM\x00\x01\xff", "is a bitmap."),
    (b"II*\x00\xff\xff", "is a TIFF picture."),
    (b"MM\x00*\xff\xff", "is a TIFF picture."),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an Office file of the old kind or has a password."),
    (files.archive("a.txt"), "is a packed folder or an app’s own file."),
    (b"MZ\x90\x00\x03", "cannot be taken."),
    (b"PK\x03\x04 damaged", "cannot be taken."),
]


@pytest.mark.parametrize(("content", "said"), UNTAKEN)
def test_file_of_another_kind_is_refused_with_what_to_do(content, said):
    reason = refusal(upload(content, "it.pdf")) or ""
    assert reason.startswith(f"“it.pdf” {said}")
    assert "choose" in reason or "add them" in reason or "Save it without one" in reason


def test_a_picture_that_is_text_to_scripts_is_kept_as_text_only():
    assert kind_of(io.BytesIO(b"GIF89a=1;alert(1)//")) == "text"  # a download in plain text, whatever it is called


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("plan\x00\x1b[2J.pdf", "plan [2J.pdf"),
        ("invoice\u202efdp.exe", "invoice fdp.exe"),
        ("\u2066hidden\u2069.pdf", "hidden .pdf"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("a/b\r\nSet-Cookie: x.pdf", "b Set-Cookie: x.pdf"),
    ],
)
def test_names_that_deceive_are_tidied(name, shown):
    assert tidy_name(name) == shown
