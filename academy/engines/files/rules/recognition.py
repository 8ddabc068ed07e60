"""What a file is, told by its content: a name or a browser may say anything."""

import codecs
import zipfile
from typing import IO

from academy.engines.files.choices import FileKind

_HEAD_BYTES = 8192
_BEGINNINGS = (
    (b"%PDF-", FileKind.PDF),
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"\xff\xd8\xff", FileKind.JPEG),
)
_PARTS = (
    ("word/document.xml", FileKind.WORD),
    ("xl/workbook.xml", FileKind.EXCEL),
    ("ppt/presentation.xml", FileKind.POWERPOINT),
)
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
# Word files with macros are Word files by their parts; what they can do is told by this one.
_MACROS = "vbaproject.bin"
_MOST_PARTS = 5000


def kind_of(content: IO[bytes]) -> FileKind | None:
    """The kind of a file, or None for one we do not take: office files with macros among them.

    Reads from the start and leaves the position there. Never unpacks more than the line that names an OpenDocument.
    """
    content.seek(0)
    head = content.read(_HEAD_BYTES)
    try:
        for beginning, kind in _BEGINNINGS:
            if head.startswith(beginning):
                return kind
        if head.startswith(b"PK\x03\x04"):
            return _kind_of_archive(content)
        return FileKind.TEXT if _is_text(content) else None
    finally:
        content.seek(0)


def _kind_of_archive(content: IO[bytes]) -> FileKind | None:
    try:
        with zipfile.ZipFile(content) as archive:
            names = {name.lower() for name in archive.namelist()[: _MOST_PARTS + 1]}
            if len(names) > _MOST_PARTS or any(name.endswith(_MACROS) for name in names):
                return None
            if "mimetype" in names:
                return _kind_of_open_document(archive)
            if "[content_types].xml" not in names:
                return None
            return next((kind for part, kind in _PARTS if part in names), None)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        return None  # damaged, encrypted or packed in a way nothing here reads


def _kind_of_open_document(archive: zipfile.ZipFile) -> FileKind | None:
    with archive.open("mimetype") as line:
        return FileKind.OPEN_TEXT if line.read(len(_OPEN_DOCUMENT) + 1) == _OPEN_DOCUMENT else None


def _is_text(content: IO[bytes]) -> bool:
    """UTF-8 from beginning to end, something in it, and no control characters but line ends and tabs."""
    content.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    seen = False
    while True:
        chunk = content.read(_HEAD_BYTES)
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError:
            return False
        if any(character < " " and character not in "\t\n\r\f" for character in text) or "\x7f" in text:
            return False
        if not chunk:
            return seen
        seen = True
