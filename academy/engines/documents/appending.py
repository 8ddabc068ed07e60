"""The reading copy: files appended as pages to a finished PDF, each behind a page that says what it is.

Appended pages are strangers' work and not tagged, so such a document claims no standard. pypdf holds what it appends in
memory, hence the bounds; what does not fit, or cannot be read, has its page that says so and where to find it.
"""

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.template.loader import render_to_string
from pypdf import PdfReader, PdfWriter

from academy.engines.documents import trial
from academy.engines.documents.attaching import bytes_of
from academy.engines.documents.rules.enclosures import Appended, Kept
from academy.engines.documents.rules.fitting import PAGES_EACH, PAGES_IN_ALL, fitting
from academy.engines.documents.trial import LOCKED, MOST_SECONDS, TOO_LONG

ENCLOSURES = "documents/enclosures.html"
PDF = "application/pdf"
PICTURES = ("image/png", "image/jpeg")

_REFUSED = {
    LOCKED: "It is locked with a password, so its pages cannot follow.",
    TOO_LONG: "It has too many pages to print with the portfolio.",
}
_UNREADABLE = "Its pages cannot be read, so they do not follow."

Tell = Callable[[int, str], None]


@dataclass(frozen=True, kw_only=True)
class Enclosure:
    """What the page before an appended file says, and its pages if they follow."""

    said: Appended
    number: int
    pages: int = 0
    because: str = ""
    cleaned: Path | None = None

    @property
    def is_picture(self) -> bool:
        return self.said.file.content_type in PICTURES and not self.because


def append(target: IO[bytes], files: Sequence[Appended], *, tell: Tell) -> int:
    """Append files to the PDF in `target`, in place; how many pages came to it."""
    folder = Path(tempfile.mkdtemp(prefix="portal-appending-"))
    try:
        enclosures = _tried(files, folder, tell)
        fronts = PdfReader(io.BytesIO(_fronts(enclosures)))
        target.seek(0)
        writer = PdfWriter(clone_from=PdfReader(target))
        before = len(writer.pages)
        _put(writer, enclosures, fronts)
        target.seek(0)
        target.truncate()
        writer.write(target)
        target.seek(0, 2)
        return len(writer.pages) - before
    finally:
        shutil.rmtree(folder)


def _tried(files: Sequence[Appended], folder: Path, tell: Tell) -> list[Enclosure]:
    """Each file's pages, as far as they can be read and are not too many."""
    fits = fitting([(each.file.size, each.file.content_type in PICTURES) for each in files])
    made: list[Enclosure] = []
    room = PAGES_IN_ALL
    for number, (each, because) in enumerate(zip(files, fits, strict=True), 1):
        tell(80, f"Adding file {number} of {len(files)}")
        one = Enclosure(said=each, number=number, because=because)
        if not because and each.file.content_type == PDF:
            one = _read(one, folder, min(room, PAGES_EACH))
            room -= one.pages
        made.append(one)
    return made


def _read(one: Enclosure, folder: Path, most_pages: int) -> Enclosure:
    found, cleaned = folder / "found.pdf", folder / f"{one.number}.pdf"
    _written(one.said.file, found)
    command = [sys.executable, "-I", trial.__file__, str(found), str(cleaned), str(most_pages)]
    try:
        answer = subprocess.run(command, check=False, capture_output=True, timeout=3 * MOST_SECONDS)
    except subprocess.TimeoutExpired:
        return Enclosure(said=one.said, number=one.number, because=_UNREADABLE)
    if answer.returncode or not answer.stdout.isdigit():
        because = _REFUSED.get(answer.returncode, _UNREADABLE)
        return Enclosure(said=one.said, number=one.number, because=because)
    return Enclosure(said=one.said, number=one.number, pages=int(answer.stdout), cleaned=cleaned)


def _written(file: Kept, path: Path) -> None:
    with path.open("wb") as found:
        for piece in bytes_of(file):
            found.write(piece)


def _fronts(enclosures: Sequence[Enclosure]) -> bytes:
    """A page for each file, in one document."""
    from weasyprint import HTML

    from academy.engines.documents.fetching import BASE, OwnFiles

    text = render_to_string(ENCLOSURES, {"enclosures": enclosures})
    shown = [each.said.file for each in enclosures if each.is_picture]
    made: bytes = HTML(string=text, base_url=BASE, url_fetcher=OwnFiles(shown)).write_pdf()
    return made


def _put(writer: PdfWriter, enclosures: Sequence[Enclosure], fronts: PdfReader) -> None:
    """Each file's front page, then its pages, with a bookmark for each below one for all."""
    above = None
    for one, front in zip(enclosures, fronts.pages, strict=True):
        writer.add_page(front)
        place = len(writer.pages) - 1
        above = above or writer.add_outline_item(title="Evidence files", page_number=place)
        writer.add_outline_item(title=f"{one.number}. {one.said.title}", page_number=place, parent=above)
        if one.cleaned is not None:
            writer.append(one.cleaned, import_outline=False)
