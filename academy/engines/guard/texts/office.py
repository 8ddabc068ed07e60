"""Word, Excel, PowerPoint and OpenDocument files: text, notes, comments and properties, from their parts."""

import re
import zipfile
import zlib
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from academy.engines.guard.texts.bounds import (
    BEYOND,
    COMMENTS,
    DAMAGED,
    MOST_PARTS,
    MOST_TIMES,
    MOST_UNPACKED,
    PROPERTIES,
    TEXT,
    Reading,
    Unreadable,
)

_READ = (
    (re.compile(r"docProps/(core|app|custom)\.xml|meta\.xml"), PROPERTIES),
    (re.compile(r"(word|ppt|xl)/([a-z]+/)?(threaded)?comments?[^/]*\.xml", re.IGNORECASE), COMMENTS),
    (re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml|content\.xml"), TEXT),
    (re.compile(r"xl/(sharedStrings|worksheets/[^/]+)\.xml|ppt/(slides|notesSlides)/[^/]+\.xml"), TEXT),
)
_LINES = frozenset({"p", "si", "row", "h", "br", "text", "comment"})
_GAPS = frozenset({"c", "tc", "tab", "table-cell", "s"})
_CHUNK = 64 * 1024
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    EOFError,
    ParseError,
    DefusedXmlException,
)


def read(content: IO[bytes], reading: Reading) -> None:
    """The parts that hold words, each unpacked and parsed piece by piece, without entities."""
    content.seek(0)
    try:
        with zipfile.ZipFile(content) as archive:
            _refuse_bombs(archive)
            for part in archive.infolist():
                place = next((place for pattern, place in _READ if pattern.fullmatch(part.filename)), None)
                if place is not None:
                    _read_part(archive, part, _Words(place, reading))
    except _FAULTS:
        raise Unreadable(DAMAGED) from None


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > min(MOST_UNPACKED, max(packed * MOST_TIMES, 1024 * 1024)):
        raise Unreadable(BEYOND)


def _read_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, words: "_Words") -> None:
    parser = XMLParser(target=words)
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            parser.feed(chunk)
            words.reading.add(words.place, "")
    parser.close()


class _Words:
    """Takes in what stands between the tags. A cell of Excel that points to a shared text holds only its number."""

    def __init__(self, place: str, reading: Reading) -> None:
        self.place, self.reading = place, reading
        self.points = False
        self.is_value = False

    def start(self, tag: str, attrs: dict[str, Any]) -> None:
        name = _local(tag)
        if name == "c":
            self.points = attrs.get("t") == "s"
        self.is_value = name == "v"

    def end(self, tag: str) -> None:
        name = _local(tag)
        self.is_value = False
        if name in _LINES or self.place == PROPERTIES:
            self.reading.add(self.place, "\n")
        elif name in _GAPS:
            self.reading.add(self.place, " ")

    def data(self, text: str) -> None:
        if not (self.is_value and self.points):
            self.reading.add(self.place, text)

    def close(self) -> None:
        """Nothing is built."""


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
