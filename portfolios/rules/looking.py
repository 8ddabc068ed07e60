"""The texts of a portfolio that people wrote, each with where it stands: what the guard looks through as a whole. Pure.

What the portal says itself is not among them: facts, headings, the statement of the template.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from portfolios.rules.content import Content, Piece, SectionSaid


@dataclass(frozen=True)
class TextAt:
    """A text, where it stands in words, and the section and piece it stands in; both empty beside the sections."""

    text: str
    where: str
    section: str = ""
    source: str = ""


def texts_in(content: Content) -> Iterator[TextAt]:
    """Every text somebody wrote, in the order it is read; the words of a piece used twice come once."""
    yield TextAt(content.title, "Title")
    read: set[str] = set()
    for section in content.sections:
        yield TextAt(section.text, section.title, section.code)
        for piece in section.pieces:
            yield from _in_use(section, piece)
            if piece.source not in read:
                yield from _in_piece(section, piece)
            read.add(piece.source)
    for signed in content.signatures:
        yield TextAt(signed.words, f"What {signed.name} says beside the signature")


def _in_use(section: SectionSaid, piece: Piece) -> Iterator[TextAt]:
    where = f"{section.title}, what “{piece.title}” shows there"
    yield TextAt(piece.shows, where, section.code, piece.source)


def _in_piece(section: SectionSaid, piece: Piece) -> Iterator[TextAt]:
    at = f"{section.title}, “{piece.title}”"
    yield TextAt(piece.title, f"{at}, title", section.code, piece.source)
    for passage in piece.passages:
        yield TextAt(passage.text, f"{at}, {passage.heading}", section.code, piece.source)
    for file in piece.files:
        yield TextAt(file.name, f"{at}, name of a file", section.code, piece.source)
        yield TextAt(file.caption, f"{at}, what “{file.name}” is", section.code, piece.source)
