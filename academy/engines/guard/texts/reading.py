"""Reading a file of any kind, and looking for what tells who somebody is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from django.core.files import File

from academy.engines.files.choices import FileKind
from academy.engines.files.rules.recognition import kind_of
from academy.engines.guard.known import Known
from academy.engines.guard.rules import Hit, hits_in
from academy.engines.guard.texts import office, pdf, pictures, plain
from academy.engines.guard.texts.bounds import NAME, Reading, Unreadable

READERS: dict[str, Callable[[IO[bytes], Reading], None]] = {
    FileKind.PDF: pdf.read,
    FileKind.PNG: pictures.read,
    FileKind.JPEG: pictures.read,
    FileKind.WORD: office.read,
    FileKind.EXCEL: office.read,
    FileKind.POWERPOINT: office.read,
    FileKind.OPEN_TEXT: office.read,
    FileKind.TEXT: plain.read,
}
NO_READER = "The portal cannot read files of this kind"


@dataclass(frozen=True)
class FileText:
    """Places of a file (“in the file’s text”) with what is written there, and why something was not read, if so."""

    parts: tuple[tuple[str, str], ...]
    unread: str = ""


def text_of(content: File, *, name: str = "") -> FileText:
    """What the file says: name, text and properties. What cannot be read is no error, it is said in `unread`.

    At most 200 pages, two million signs, 200 MB unpacked and ten seconds are read; leaves the position at the start.
    """
    reading = Reading()
    reading.add(NAME, (name or content.name or "").replace("_", " "))
    read = READERS.get(kind_of(content) or "")
    unread = "" if read else NO_READER
    if read is not None:
        try:
            read(content, reading)
        except Unreadable as why:
            unread = str(why)
        finally:
            content.seek(0)
    return FileText(reading.parts, unread and f"{unread}: look through it yourself.")


def hits_in_file(content: File, known: Known, *, name: str = "") -> tuple[list[tuple[str, str, Hit]], str]:
    """Place, its text and hit of everything found in the file, and why something was not read, if so."""
    said = text_of(content, name=name)
    found = [
        (place, text, hit) for place, text in said.parts for hit in hits_in(text, names=known.names, masks=known.masks)
    ]
    return found, said.unread
