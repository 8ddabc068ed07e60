"""Portfolios handed in with real files, for tests of what is printed of them."""

import io
from dataclasses import replace
from datetime import UTC, datetime

from django.core.files.base import ContentFile
from PIL import Image
from pypdf import PdfWriter

from academy.engines.files.models import StoredFile
from academy.engines.files.services.files import store
from portfolios.models import Portfolio, Snapshot, SnapshotFile
from portfolios.rules.content import Content, FileSaid
from tests.factories.contents import snapshot_of
from tests.factories.people import as_actor

TAKEN_AT = datetime(2026, 5, 14, 15, 20, tzinfo=UTC)


def pdf(pages: int = 1, title: str = "") -> bytes:
    """A PDF of blank pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if title:
        writer.add_metadata({"/Title": title})
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def picture(colour: str = "teal", size: tuple[int, int] = (600, 400)) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, colour).save(made, "JPEG")
    return made.getvalue()


def stored(portfolio: Portfolio, name: str, content: bytes) -> StoredFile:
    """A file its owner handed in."""
    return store(upload=ContentFile(content, name=name), by=as_actor(portfolio.person), at=TAKEN_AT)


def said_of(file: StoredFile, *, caption: str = "", is_cleared: bool = False) -> FileSaid:
    """A file as a piece names it."""
    return FileSaid(
        uid=str(file.uid),
        name=file.original_name,
        kind=file.kind,
        size=file.size,
        sha256=file.sha256,
        caption=caption,
        is_cleared=is_cleared,
    )


def with_files(content: Content, *files: FileSaid) -> Content:
    """The content with the files at its first piece."""
    first, *others = content.sections
    piece, *more = first.pieces
    return replace(content, sections=(replace(first, pieces=(replace(piece, files=files), *more)), *others))


def handed_in(portfolio: Portfolio, content: Content, *files: StoredFile, number: int = 1) -> Snapshot:
    """The snapshot of a content, with its files frozen beside it."""
    made = snapshot_of(content, portfolio, number=number, taken_at=TAKEN_AT)
    for file in files:
        SnapshotFile.objects.create(snapshot=made, file=file, sha256=file.sha256)
    return made
