import io

import pytest

from academy.engines.files.choices import FileKind
from academy.engines.files.rules.recognition import kind_of
from tests.factories import files


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (files.PDF, FileKind.PDF),
        (files.PNG, FileKind.PNG),
        (files.JPEG, FileKind.JPEG),
        (files.WORD, FileKind.WORD),
        (files.EXCEL, FileKind.EXCEL),
        (files.POWERPOINT, FileKind.POWERPOINT),
        (files.OPEN_TEXT, FileKind.OPEN_TEXT),
        (files.TEXT, FileKind.TEXT),
        (b"\xef\xbb\xbfWith a byte order mark\r\n\tand a tab", FileKind.TEXT),
        ("é".encode() * 6000, FileKind.TEXT),
    ],
)
def test_kind_of_what_we_take_is_told_by_content(content, kind):
    assert kind_of(io.BytesIO(content)) == kind


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"MZ\x90\x00\x03\x00", id="windows program"),
        pytest.param(b"\x7fELF\x02\x01", id="program"),
        pytest.param(b"GIF89a\x01\x00", id="gif"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", id="old office"),
        pytest.param(files.archive("a.txt"), id="zip"),
        pytest.param(files.archive("[Content_Types].xml", "a.xml"), id="office without a part we know"),
        pytest.param(files.archive("word/document.xml"), id="word without content types"),
        pytest.param(
            files.archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), id="word with macros"
        ),
        pytest.param(
            files.archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), id="other open document"
        ),
        pytest.param(
            files.archive(mimetype=b"application/vnd.oasis.opendocument.text-template"), id="open document template"
        ),
        pytest.param(files.WORD[:60], id="damaged archive"),
        pytest.param(b"text with \x00 in it", id="null character"),
        pytest.param(b"text with \x1b[2J in it", id="escape character"),
        pytest.param(b"latin \xe9", id="not UTF-8"),
        pytest.param(b"a" * 9000 + b"\xff", id="not UTF-8 further down"),
        pytest.param(b"cut short \xc3", id="half a character"),
    ],
)
def test_kind_of_what_we_do_not_take_is_none(content):
    assert kind_of(io.BytesIO(content)) is None


def test_kind_of_leaves_the_file_at_its_start():
    content = io.BytesIO(files.WORD)
    content.seek(9)
    kind_of(content)
    assert content.tell() == 0


def test_kind_of_an_archive_with_too_many_parts_is_none():
    parts = ["[Content_Types].xml", "word/document.xml", *(f"p{number}" for number in range(5000))]
    assert kind_of(io.BytesIO(files.archive(*parts))) is None
