"""Stored pictures made as small as paper needs, so that a document of hundreds stays within memory."""

import io
from typing import BinaryIO

from PIL import Image, ImageOps

# 160 mm at 220 dots an inch.
MOST_SIDE = 1400
# A picture of more dots than these is no photograph but a bomb.
MOST_DOTS = 60_000_000
QUALITY = 80
GREY = (214, 214, 214)


def smaller(content: BinaryIO) -> bytes:
    """The picture as a JPEG of at most 1,400 dots a side, upright, on white, without what else its file says (the place
    it was taken). What cannot be read becomes a grey field: its words and its file stay."""
    made = io.BytesIO()
    _upright(content).save(made, "JPEG", quality=QUALITY)
    return made.getvalue()


def _upright(content: BinaryIO) -> Image.Image:
    try:
        with Image.open(content) as found:
            if found.width * found.height > MOST_DOTS:
                return _field()
            found.draft("RGB", (MOST_SIDE, MOST_SIDE))
            found.thumbnail((MOST_SIDE, MOST_SIDE))
            turned = ImageOps.exif_transpose(found).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return _field()
    white = Image.new("RGBA", turned.size, "white")
    return Image.alpha_composite(white, turned).convert("RGB")


def _field() -> Image.Image:
    return Image.new("RGB", (600, 200), GREY)
