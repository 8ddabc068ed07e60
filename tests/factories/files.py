"""Contents of files for tests: small, but what they say they are."""

import io
import uuid
import zipfile
from datetime import UTC, datetime
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from academy.engines.files.models import StoredFile


def pdf(*more: bytes, pages: int = 1, catalog: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF of empty pages; `more` are further objects from number 4 on, `catalog` stands in the catalogue."""
    kids = b"3 0 R " * pages
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>",
        *more,
    )
    content, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(content))
    return content + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def picture(kind: str = "PNG", *, size: tuple[int, int] = (4, 2), mode: str = "RGB", **said: Any) -> bytes:
    """A picture, its left half dark, with whatever Pillow can write beside it."""
    drawn = Image.new(mode, size, 255)
    drawn.paste(0, (0, 0, size[0] // 2, size[1]))
    made = io.BytesIO()
    drawn.save(made, format=kind, **said)
    return made.getvalue()


PDF = pdf()
PNG = picture("PNG")
JPEG = picture("JPEG")
TEXT = "Observed: a careful, unhurried visit – well done.\n".encode()


def archive(*names: str, mimetype: bytes | None = None) -> bytes:
    """A zip archive with empty parts of these names, and the line that names an OpenDocument."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        if mimetype is not None:
            parts.writestr("mimetype", mimetype)
        for name in names:
            parts.writestr(name, b"<x/>")
    return made.getvalue()


WORD = archive("[Content_Types].xml", "word/document.xml")
EXCEL = archive("[Content_Types].xml", "xl/workbook.xml")
POWERPOINT = archive("[Content_Types].xml", "ppt/presentation.xml")
OPEN_TEXT = archive("content.xml", mimetype=b"application/vnd.oasis.opendocument.text")


def upload(content: bytes = TEXT, name: str = "notes.txt", content_type: str = "text/plain") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content, content_type=content_type)


def stored(owner: Any, *, name: str = "notes.txt", **said: Any) -> StoredFile:
    """A row of a file of this person, without bytes."""
    made: StoredFile = StoredFile.objects.create(
        owner=owner,
        original_name=name,
        **{
            "kind": "text",
            "size": len(TEXT),
            "sha256": "a" * 64,
            "storage_key": f"2026/11/{uuid.uuid4()}",
            "scan_state": "clean",
            "uploaded_at": datetime(2026, 11, 17, 9, 30, tzinfo=UTC),
        }
        | said,
    )
    return made


def stored_whole(owner: Any, *, name: str = "notes.txt", **said: Any) -> StoredFile:
    """A row of a file of this person whose bytes are in storage, so that it can be opened."""
    made = stored(owner, name=name, **said)
    default_storage.save(made.storage_key, ContentFile(TEXT))
    return made
