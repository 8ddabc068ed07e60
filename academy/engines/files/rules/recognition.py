"""What a file is, told by its content: a name or a browser may say anything."""

import codecs
import re
import zipfile
import zlib
from typing import IO

from academy.engines.files.choices import FileKind
from academy.engines.files.rules.sounds import sound_of

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
_MACRO_TYPE = b"macroenabled"
_TYPES = "[content_types].xml"
_MOST_TYPES = 1024 * 1024
_MOST_PARTS = 5000
_MARKUP = re.compile(rb"\s*<(!--|(!doctype|\?xml|html|head|body|svg|script|iframe|img)\b)", re.IGNORECASE)
# Damaged, encrypted or packed in a way nothing here reads.
_UNREADABLE = (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, zlib.error, EOFError)


def kind_of(content: IO[bytes]) -> FileKind | None:
    """The kind of a file, or None for one we do not take: office files with macros among them.

    Reads from the start and leaves the position there. Never unpacks more than the part that lists
    the others and the line that names an OpenDocument.
    """
    content.seek(0)
    head = content.read(_HEAD_BYTES)
    try:
        for beginning, kind in _BEGINNINGS:
            if head.startswith(beginning):
                return kind
        if head.startswith(b"PK\x03\x04"):
            return _kind_of_archive(content)
        sound = sound_of(head)
        if sound is not None:
            return sound
        return FileKind.TEXT if not begins_as_markup(head) and _is_text(content) else None
    finally:
        content.seek(0)


def begins_as_markup(head: bytes) -> bool:
    """Would a browser that guesses take it for a page or an SVG drawing, which could run something?"""
    return _MARKUP.match(head.removeprefix(codecs.BOM_UTF8)) is not None


def holds_macros(content: IO[bytes]) -> bool:
    """Does an archive hold macros, by the names of its parts or by what it says it is? Unpacks a megabyte at most."""
    content.seek(0)
    try:
        with zipfile.ZipFile(content) as archive:
            return _has_macros(archive)
    except _UNREADABLE:
        return False


def _has_macros(archive: zipfile.ZipFile) -> bool:
    names = archive.namelist()
    if any(name.lower().endswith(_MACROS) for name in names):
        return True
    types = next((name for name in names if name.lower() == _TYPES), None)
    if types is None:
        return False
    with archive.open(types) as said:
        return _MACRO_TYPE in said.read(_MOST_TYPES).lower()


def _kind_of_archive(content: IO[bytes]) -> FileKind | None:
    try:
        with zipfile.ZipFile(content) as archive:
            names = {name.lower() for name in archive.namelist()[: _MOST_PARTS + 1]}
            if len(names) > _MOST_PARTS or _has_macros(archive):
                return None
            if "mimetype" in names:
                return _kind_of_open_document(archive)
            if _TYPES not in names:
                return None
            return next((kind for part, kind in _PARTS if part in names), None)
    except _UNREADABLE:
        return None


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
