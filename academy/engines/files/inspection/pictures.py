"""Pictures as they are shown: a copy of its own, smaller, upright, without place, camera or anything hidden."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from PIL import Image, ImageFile, ImageOps

from academy.engines.files.choices import FileKind
from academy.engines.files.inspection.faults import MOST_POINTS, Fault

LONGEST_SIDE = 2000
_FORMATS = {FileKind.PNG: "PNG", FileKind.JPEG: "JPEG"}


def fault_of_picture(content: IO[bytes], kind: FileKind) -> Fault | None:
    """What is wrong with a picture: something behind its end, too many points, or it cannot be drawn to its end."""
    content.seek(0)
    if zipfile.is_zipfile(content):
        return Fault.APPENDED
    try:
        content.seek(0)
        with _to_its_end(), Image.open(content, formats=(_FORMATS[kind],)) as picture:
            if picture.width * picture.height > MOST_POINTS:
                return Fault.POINTS
            _made_small(picture).load()
    except Image.DecompressionBombError:
        return Fault.POINTS
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError):
        return Fault.DAMAGED
    return None


def shown_copy(content: IO[bytes], kind: FileKind) -> bytes:
    """The picture drawn anew on an empty sheet, so that nothing but its points is taken over. Raises OSError for one
    that cannot be drawn.
    """
    content.seek(0)
    with Image.open(content, formats=(_FORMATS[kind],)) as picture:
        small = _made_small(picture)
        mode = "RGBA" if kind == FileKind.PNG and small.has_transparency_data else "RGB"
        sheet = Image.new(mode, small.size)
        sheet.paste(small.convert(mode))
    made = io.BytesIO()
    sheet.save(made, format=_FORMATS[kind], **({"quality": 85} if kind == FileKind.JPEG else {}))
    return made.getvalue()


@contextmanager
def _to_its_end() -> Iterator[None]:
    """Half a picture is damaged, whatever else this process does: WeasyPrint, once loaded, has Pillow fill it up."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _made_small(picture: Image.Image) -> Image.Image:
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return ImageOps.exif_transpose(picture)
