"""Contents of files for tests: small, but what they say they are."""

import io
import uuid
import zipfile
from datetime import UTC, datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from academy.engines.files.models import StoredFile

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
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
