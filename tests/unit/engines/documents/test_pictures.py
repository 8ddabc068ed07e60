import io

import pytest
from PIL import Image

from academy.engines.documents import pictures
from academy.engines.documents.pictures import smaller


def jpeg(size=(3000, 1000), orientation=6) -> io.BytesIO:
    made, said = io.BytesIO(), Image.Exif()
    said[0x0112] = orientation
    said[0x010F] = "A camera"
    Image.new("RGB", size, "teal").save(made, "JPEG", exif=said)
    return made


def test_picture_is_made_small_upright_and_silent():
    made = Image.open(io.BytesIO(smaller(jpeg())))
    assert (made.format, made.height, made.width < 500) == ("JPEG", 1400, True)
    assert dict(made.getexif()) == {}


def test_picture_with_holes_stands_on_white():
    png = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(png, "PNG")
    assert Image.open(io.BytesIO(smaller(png))).getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n broken", b"no picture"])
def test_picture_that_cannot_be_read_is_a_grey_field(content):
    assert Image.open(io.BytesIO(smaller(io.BytesIO(content)))).size == (600, 200)


def test_picture_of_too_many_dots_is_a_grey_field(monkeypatch):
    monkeypatch.setattr(pictures, "MOST_DOTS", 100)
    assert Image.open(io.BytesIO(smaller(jpeg((11, 10))))).size == (600, 200)
