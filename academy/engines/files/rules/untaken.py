"""What to do with a file of a kind we do not take: what it is, as far as its content tells, and what to make of it."""

import zipfile
from typing import IO

from academy.engines.files.rules.recognition import begins_as_markup, holds_macros

_HEAD_BYTES = 4096
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})
_AS_PICTURE = "Save it as JPEG or PNG and choose that."
_BEGINNINGS = (
    (b"GIF8", f"is a GIF. {_AS_PICTURE}"),
    (b"BM", f"is a bitmap. {_AS_PICTURE}"),
    (b"II*\x00", f"is a TIFF picture. {_AS_PICTURE}"),
    (b"MM\x00*", f"is a TIFF picture. {_AS_PICTURE}"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "is an Office file of the old kind or has a password. Save it without one as .docx, .xlsx or .pptx.",
    ),
)


def advice_on(content: IO[bytes]) -> str:
    """The rest of a sentence that begins with the file's name: what it is and what to do. Empty where nothing is known.

    Leaves the file at its start.
    """
    content.seek(0)
    head = content.read(_HEAD_BYTES)
    try:
        if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
            return (
                "is a HEIC picture, which many computers cannot show. Save it as JPEG and choose that. On an iPhone, "
                "“Most Compatible” under Settings, Camera, Formats makes JPEG from now on."
            )
        if head[8:12] == b"WEBP":
            return f"is a WebP picture. {_AS_PICTURE}"
        if begins_as_markup(head):
            return (
                "is a web page or an SVG drawing. Print the page as PDF, or save the drawing as PNG, and choose that."
            )
        known = next((said for beginning, said in _BEGINNINGS if head.startswith(beginning)), "")
        return known or _on_archive(content)
    finally:
        content.seek(0)


def _on_archive(content: IO[bytes]) -> str:
    if not zipfile.is_zipfile(content):
        return ""
    if holds_macros(content):
        return "holds macros. Save it without them, as .docx, .xlsx or .pptx, and choose that."
    return "is a packed folder or an app’s own file. Take the files out and add them one by one, or save it as PDF."
