"""Looks through a PDF in a process of its own: little memory, little time, no settings, no secrets.

Reads the file from its standard input and prints one word: what is wrong with it, or nothing. Whatever goes wrong here,
running out of memory or time among it, ends the process and counts as damage. Imports nothing of the portal.
"""

import resource
import sys
import zlib
from collections.abc import Iterator
from typing import IO, Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

MOST_PAGES = 500
MOST_UNPACKED = 300 * 1024 * 1024
MOST_POINTS = 200_000_000
_MOST_MEMORY = 700 * 1024 * 1024
_MOST_SECONDS = 10
_MOST_DEPTH = 60
_AT_ONCE = 1024 * 1024

SCRIPT, CARRIES, LOCKED, PAGES, UNPACKS = "script", "carries", "locked", "pages", "unpacks"

_ACTIVE_KEYS = frozenset({"/JS", "/JavaScript", "/XFA", "/RichMediaContent"})
_ACTIVE_ACTIONS = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/Movie", "/Sound"})
_ACTIVE_MARKS = frozenset({"/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"})
_CARRYING_KEYS = frozenset({"/EmbeddedFiles", "/EF"})


def fault_in(content: IO[bytes]) -> str:
    """What is wrong with a PDF, as one word; empty when nothing is. Raises whatever pypdf does for a damaged one."""
    reader = PdfReader(content)
    if reader.is_encrypted and not reader.decrypt(""):
        return LOCKED
    if _claimed_pages(reader) > MOST_PAGES or len(reader.pages) > MOST_PAGES:
        return PAGES
    left = MOST_UNPACKED
    for found in _objects(reader):
        fault = _fault_of(found)
        if fault:
            return fault
        left -= _unpacked(found, at_most=left)
        if left <= 0:
            return UNPACKS
    return ""


def _claimed_pages(reader: PdfReader) -> int:
    pages: Any = reader.root_object["/Pages"].get_object()
    claimed = pages.get("/Count", 0)
    return claimed if isinstance(claimed, int) else 0


def _objects(reader: PdfReader) -> Iterator[Any]:
    """The trailer and every object the file has a place for, one after another, the hidden ones among them."""
    yield reader.trailer
    places = {(number, generation) for generation, numbers in reader.xref.items() for number in numbers}
    for number, generation in sorted(places | {(number, 0) for number in reader.xref_objStm}):
        if number:
            yield reader.get_object(IndirectObject(number, generation, reader))


def _fault_of(found: Any, depth: int = 0) -> str:
    """What one object is that it should not be, looked at to a depth, without following references."""
    if depth > _MOST_DEPTH:
        return UNPACKS
    if isinstance(found, DictionaryObject):
        return _fault_of_dictionary(found) or _first(found.values(), depth)
    return _first(found, depth) if isinstance(found, ArrayObject) else ""


def _first(several: Any, depth: int) -> str:
    return next((fault for each in several if (fault := _fault_of(each, depth + 1))), "")


def _fault_of_dictionary(found: DictionaryObject) -> str:
    keys = set(found)
    raw = {name: found.raw_get(name) for name in keys & {"/S", "/Subtype", "/Type", "/Width", "/Height"}}
    if keys & _ACTIVE_KEYS or raw.get("/S") in _ACTIVE_ACTIONS or raw.get("/Subtype") in _ACTIVE_MARKS:
        return SCRIPT
    if keys & _CARRYING_KEYS or raw.get("/Type") == "/EmbeddedFile" or raw.get("/Subtype") == "/FileAttachment":
        return CARRIES
    sides = [raw[name] for name in ("/Width", "/Height") if isinstance(raw.get(name), int)]
    return UNPACKS if len(sides) == 2 and sides[0] * sides[1] > MOST_POINTS else ""


def _unpacked(found: Any, *, at_most: int) -> int:
    """How large a packed stream becomes, counted no further than asked; one packed twice counts as too large."""
    if not isinstance(found, StreamObject):
        return 0
    filters = found.get("/Filter", ())
    names = [str(each) for each in filters] if isinstance(filters, ArrayObject) else [str(filters)]
    deflated = [name for name in names if name in ("/FlateDecode", "/Fl")]
    if len(deflated) > 1:
        return at_most
    return _inflated(found._data, at_most=at_most) if deflated and names[0] in deflated else 0


def _inflated(packed: bytes, *, at_most: int) -> int:
    opened, size = zlib.decompressobj(), 0
    try:
        while packed and size <= at_most:
            size += len(opened.decompress(packed, _AT_ONCE))
            packed = opened.unconsumed_tail
    except zlib.error:
        return size  # readers show what they could unpack, and so no more than this
    return size


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    sys.stdout.write(fault_in(sys.stdin.buffer))


if __name__ == "__main__":
    main()
