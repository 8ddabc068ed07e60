"""Files put inside a finished PDF, on disk: an increment written behind it, through which each passes in pieces.

What WeasyPrint and pypdf attach they hold in memory, 300 MB and more. A PDF may be added to without being rewritten
(ISO 32000-1, 7.5.6): new objects, a new catalogue, a new cross-reference stream that points at the one before.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import IO, cast

from django.core.files.storage import default_storage
from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from academy.engines.documents.rules.enclosures import Attached, Kept

PIECE = 256 * 1024


class Changed(Exception):
    """A stored file is not what it was when it was handed in: a bug or worse, and never passed on."""


def bytes_of(file: Kept) -> Iterator[bytes]:
    """A stored file in pieces. Raises `Changed` at its end when the bytes are not those they must be; of a copy the
    portal made nothing is known but where it lies."""
    digest, size = hashlib.sha256(), 0
    with default_storage.open(file.storage_key) as stored:
        while piece := stored.read(PIECE):
            digest.update(piece)
            size += len(piece)
            yield piece
    if file.sha256 and (digest.hexdigest(), size) != (file.sha256, file.size):
        raise Changed(f"The stored file {file.uid} is not the one that was handed in.")


def attach(target: IO[bytes], files: Sequence[Attached], *, at: datetime) -> None:
    """Add files to the PDF in `target`, a file open for reading and writing, under names that differ."""
    if files:
        _Increment(target, at).add(files)


class _Increment:
    """What is written behind a finished PDF. All that is read of it is read first: then the file only grows."""

    def __init__(self, target: IO[bytes], at: datetime) -> None:
        self.target, self.at = target, at
        self.reader = PdfReader(target)
        self.trailer = self.reader.trailer
        self.root = DictionaryObject(self.reader.root_object)
        self.names = DictionaryObject(self.root.get("/Names", DictionaryObject()).get_object())
        self.before = _startxref(target)
        self.next = cast(int, self.trailer["/Size"])
        self.places: dict[int, int] = {}
        target.seek(0, 2)

    def add(self, files: Sequence[Attached]) -> None:
        named = {each.name: self._file(each) for each in files}
        listed = ArrayObject()
        for name in sorted(named, key=lambda each: TextStringObject(each).get_encoded_bytes()):
            listed.extend((TextStringObject(name), named[name]))
        self.names[NameObject("/EmbeddedFiles")] = DictionaryObject({NameObject("/Names"): listed})
        self.root[NameObject("/Names")] = self.names
        self.root[NameObject("/AF")] = ArrayObject(named.values())
        self._write(self.root, number=self.trailer.raw_get("/Root").idnum)
        self._cross_references()

    def _file(self, attached: Attached) -> IndirectObject:
        """Write one file and the words about it; what points at it."""
        file = attached.file
        stream = self._stream(file)
        name = TextStringObject(attached.name)
        said: dict[str, PdfObject] = {
            "/Type": NameObject("/Filespec"),
            "/F": name,
            "/UF": name,
            "/Desc": TextStringObject(attached.description),
            "/AFRelationship": NameObject(f"/{attached.relationship}"),
            "/EF": DictionaryObject({NameObject("/F"): stream, NameObject("/UF"): stream}),
        }
        return self._write(_dictionary(said))

    def _stream(self, file: Kept) -> IndirectObject:
        number = self._place(None)
        kind = file.content_type.partition(";")[0]
        size = NumberObject(file.size if file.sha256 else default_storage.size(file.storage_key))
        said = {
            "/Type": NameObject("/EmbeddedFile"),
            "/Subtype": NameObject(f"/{kind}"),
            "/Length": size,
            "/Params": _dictionary(
                {
                    "/Size": size,
                    "/ModDate": TextStringObject(f"{self.at.astimezone(UTC):D:%Y%m%d%H%M%SZ}"),
                }
            ),
        }
        self.target.write(f"{number} 0 obj\n".encode())
        _dictionary(said).write_to_stream(self.target)
        self.target.write(b"\nstream\n")
        for piece in bytes_of(file):
            self.target.write(piece)
        self.target.write(b"\nendstream\nendobj\n")
        return IndirectObject(number, 0, self.reader)

    def _write(self, value: PdfObject, *, number: int | None = None) -> IndirectObject:
        placed = self._place(number)
        self.target.write(f"{placed} 0 obj\n".encode())
        value.write_to_stream(self.target)
        self.target.write(b"\nendobj\n")
        return IndirectObject(placed, 0, self.reader)

    def _place(self, number: int | None) -> int:
        """Note that an object begins here, under its old number or the next new one."""
        if number is None:
            number, self.next = self.next, self.next + 1
        self.places[number] = self.target.tell()
        return number

    def _cross_references(self) -> None:
        number = self._place(None)
        start = self.places[number]
        numbers = sorted(self.places)
        said: dict[str, PdfObject] = {
            "/Type": NameObject("/XRef"),
            "/Size": NumberObject(self.next),
            "/Root": self.trailer.raw_get("/Root"),
            "/Prev": NumberObject(self.before),
            "/Index": ArrayObject(NumberObject(each) for one in numbers for each in (one, 1)),
            "/W": ArrayObject(NumberObject(each) for each in (1, 6, 1)),
            "/Length": NumberObject(8 * len(numbers)),
        }
        said |= {name: self.trailer.raw_get(name) for name in ("/Info", "/ID") if name in self.trailer}
        self.target.write(f"{number} 0 obj\n".encode())
        _dictionary(said).write_to_stream(self.target)
        self.target.write(b"\nstream\n")
        for one in numbers:
            self.target.write(b"\x01" + self.places[one].to_bytes(6, "big") + b"\x00")
        self.target.write(f"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n".encode())


def _dictionary(said: dict[str, PdfObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): value for name, value in said.items()})


def _startxref(target: IO[bytes]) -> int:
    """Where the last cross-reference section of a PDF begins."""
    target.seek(0, 2)
    target.seek(max(0, target.tell() - 1024))
    return int(target.read().rpartition(b"startxref")[2].split()[0])
