"""Files beside an entry: added, opened, refused beside the field, removed."""

import struct
import zlib

import pytest
from playwright.sync_api import FilePayload, expect

from tests.browser.conftest import Opens
from tests.browser.visitor import Visitor
from tests.browser.writing import keep

OBJECTS = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>",
)


def small_pdf() -> bytes:
    """A PDF of one empty page."""
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(OBJECTS, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(content)
    return content + b"xref\n0 4\n0000000000 65535 f \n" + table + end


def small_png() -> bytes:
    """A picture of one grey point."""

    def part(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"\x00\x80")) + part(b"IEND", b"")


def add(visitor: Visitor, *, name: str, content: bytes) -> None:
    file: FilePayload = {"name": name, "mimeType": "application/pdf", "buffer": content}
    visitor.page.get_by_label("File", exact=True).set_input_files(files=[file])
    visitor.page.get_by_role("button", name="Add this file").click()


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_files_are_added_opened_and_removed(opens_whole: Opens, screen: str) -> None:
    bronwen = opens_whole(screen)
    bronwen.sign_in("ot")
    keep(bronwen, f"With papers ({screen})")
    bronwen.page.get_by_role("link", name="Add or remove files").click()
    bronwen.judge()
    add(bronwen, name="certificate.pdf", content=small_pdf())
    expect(bronwen.page.get_by_role("link", name="certificate.pdf")).to_be_visible()
    bronwen.judge()
    add(bronwen, name="board.png", content=small_png())
    expect(bronwen.page.get_by_role("link", name="board.png")).to_be_visible()
    for name, content in {"certificate.pdf": small_pdf(), "board.png": small_png()}.items():
        bronwen.page.get_by_role("link", name=name).click()
        expect(bronwen.page.get_by_role("heading", name=name)).to_be_visible()
        expect(bronwen.page.locator(".app-shown")).to_be_visible()
        bronwen.judge()
        path = bronwen.page.get_by_role("link", name="Save the original").get_attribute("href")
        answer = bronwen.page.request.get(f"{bronwen.portal.url}{path}")
        assert (answer.status, answer.body()) == (200, content)
        bronwen.page.go_back()

    bronwen.page.get_by_role("button", name="Remove board.png").click()
    expect(bronwen.page.get_by_text("The file is no longer beside your entry.")).to_be_visible()
    expect(bronwen.page.get_by_role("link", name="board.png")).to_have_count(0)
    bronwen.judge()
    bronwen.page.get_by_role("link", name="Back to the entry").click()
    expect(bronwen.page.get_by_role("link", name="certificate.pdf")).to_be_visible()
    bronwen.judge()


def test_file_of_a_wrong_kind_is_refused_beside_the_field(opens: Opens) -> None:
    bronwen = opens()
    bronwen.sign_in("ot")
    keep(bronwen, "With a wrong paper")
    bronwen.page.get_by_role("link", name="Add or remove files").click()
    add(bronwen, name="slides.pdf", content=b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00")
    error = bronwen.page.locator(".govuk-form-group--error .govuk-error-message")
    expect(error).to_contain_text("“slides.pdf” cannot be taken.")
    expect(bronwen.page.get_by_text("No file is here yet.")).to_be_visible()
    bronwen.judge()
    bronwen.page.locator(".govuk-error-summary a").click()
    expect(bronwen.page.get_by_label("File", exact=True)).to_be_focused()
