"""Pictures beside the questions of easy read, and the faces to choose: thick lines, one thing on each."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from portfolios.choices.feedback import Face
from portfolios.choices.policies import Picture

_LINE = 'fill="none" stroke="currentColor" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"'


@dataclass(frozen=True)
class Drawing:
    """What is seen, in words, and the shapes in a box of 48 by 48."""

    words: str
    shapes: SafeString


def _lines(*paths: str) -> SafeString:
    return SafeString("".join(f'<path d="{path}" {_LINE}/>' for path in paths))


_PICTURES = {
    Picture.LISTEN: _lines(
        "M14 19a10.5 10.5 0 0 1 21 0c0 7-6 8-8 13-1.5 4-3 7-7 7a6 6 0 0 1-6-6", "M19 20a5.5 5.5 0 0 1 11 0c0 4-4 4-5 8"
    ),
    Picture.EXPLAIN: _lines("M6 9h36v23H23l-9 8v-8H6z", "M14 17h20M14 24h13"),
    Picture.CHOOSE: _lines("M24 43V28L11 12M24 28l13-16", "M10 21v-10h9M38 21v-10h-9"),
    Picture.KIND: _lines("M24 41C8 30 5 22 7 16c2-7 12-8 17 1 5-9 15-8 17-1 2 6-1 14-17 25z"),
    Picture.HELP: _lines(
        "M4 28l9-9 8 3 6-5 17 9-5 4", "M13 19V9M21 22l-5 6c2 4 5 3 8 0l3-2 11 9c-2 4-5 4-8 2-2 4-6 4-8 1-4 3-8-1-9-4"
    ),
    Picture.TIME: _lines("M24 6a18 18 0 1 0 .1 0z", "M24 14v11l8 5"),
    Picture.SAFE: _lines("M5 24L24 7l19 17", "M11 20v21h26V20", "M20 41V29h8v12"),
}
_ROUND = "M24 5a19 19 0 1 0 .1 0z"
_EYES = "M17 18v3M31 18v3"
_FACES = {
    Face.YES: _lines(_ROUND, _EYES, "M14 28c4 9 16 9 20 0"),
    Face.SOMETIMES: _lines(_ROUND, _EYES, "M15 31h18"),
    Face.NO: _lines(_ROUND, _EYES, "M14 35c4-9 16-9 20 0"),
}
PICTURES = {str(picture): Drawing(str(Picture(picture).label), shapes) for picture, shapes in _PICTURES.items()}
FACES = {str(face): Drawing(str(Face(face).label), shapes) for face, shapes in _FACES.items()}
