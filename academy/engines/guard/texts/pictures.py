"""Pictures: what programs and people wrote into them. The picture itself is not read."""

import warnings
from collections.abc import Iterator
from typing import IO, Any

from PIL import ExifTags, Image

from academy.engines.guard.texts.bounds import DAMAGED, PROPERTIES, Reading, Unreadable

_WINDOWS = range(0x9C9B, 0x9CA0)  # XPTitle to XPSubject, in UTF-16


def read(content: IO[bytes], reading: Reading) -> None:
    """Words of EXIF and of PNG's own properties. Nothing is unpacked but the head."""
    content.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(content) as picture:
                said = [*_written(picture.getexif()), *_written(picture.info)]
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise Unreadable(DAMAGED) from None
    for words in said:
        reading.add(PROPERTIES, f"{words}\n")


def _written(properties: Any) -> Iterator[str]:
    more = properties.get_ifd(ExifTags.IFD.Exif) if isinstance(properties, Image.Exif) else {}
    for tag, value in (*properties.items(), *more.items()):
        if tag in _WINDOWS and isinstance(value, bytes):
            yield value.decode("utf-16-le", errors="ignore").strip("\0")
        elif tag == ExifTags.Base.UserComment and isinstance(value, bytes):
            yield value[8:].decode("utf-8", errors="ignore")
        elif isinstance(value, str):
            yield value
