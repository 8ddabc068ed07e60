"""A portfolio laid out for paper: pieces numbered in reading order, each printed once, files named and told apart."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from portfolios.rules.content import Content, FileSaid, Piece, SectionSaid

PICTURES = frozenset({"png", "jpeg"})
# How many pictures are shown on pages; the others are attached as every file is.
MOST_SHOWN = 80
# How many bytes are attached to one document; what is beyond is told by name and fingerprint.
MOST_ATTACHED = 600 * 1024 * 1024
UNTOLD = "A picture without a description by its author."


@dataclass(frozen=True, kw_only=True)
class PrintedFile:
    """A file under its name in this document. `because` says why its bytes are not with it; empty where they are."""

    said: FileSaid
    name: str
    number: int
    is_shown: bool = False
    because: str = ""

    @property
    def is_picture(self) -> bool:
        return self.said.kind in PICTURES

    @property
    def alternative(self) -> str:
        """What is read out instead of a picture."""
        return self.said.caption or UNTOLD


@dataclass(frozen=True, kw_only=True)
class PrintedPiece:
    """A piece under its number. One that was printed in an earlier section is only named, as `again`."""

    said: Piece
    number: int
    again: bool = False
    files: tuple[PrintedFile, ...] = ()

    @property
    def place(self) -> str:
        return f"piece-{self.number}"

    @property
    def pictures(self) -> tuple[PrintedFile, ...]:
        return tuple(each for each in self.files if each.is_shown)


@dataclass(frozen=True, kw_only=True)
class PrintedSection:
    said: SectionSaid
    number: int
    pieces: tuple[PrintedPiece, ...]

    @property
    def place(self) -> str:
        return f"section-{self.number}"


def printed(content: Content, *, there: Container[str], shows_pictures: bool = True) -> tuple[PrintedSection, ...]:
    """The sections with their pieces numbered. `there` are the uids of files whose bytes are still kept."""
    desk = _Desk(there, MOST_SHOWN if shows_pictures else 0)
    return tuple(
        PrintedSection(said=section, number=number, pieces=tuple(desk.piece(each) for each in section.pieces))
        for number, section in enumerate(content.sections, 1)
    )


def files_of(sections: tuple[PrintedSection, ...]) -> list[tuple[PrintedPiece, PrintedFile]]:
    """Every file with its piece, in reading order."""
    return [(piece, file) for piece in _once(sections) for file in piece.files]


def pieces_in(sections: tuple[PrintedSection, ...]) -> int:
    """How many pieces there are, each counted once."""
    return sum(1 for _ in _once(sections))


def _once(sections: tuple[PrintedSection, ...]) -> Iterator[PrintedPiece]:
    return (piece for section in sections for piece in section.pieces if not piece.again)


class _Desk:
    """Hands out numbers and room, piece by piece."""

    def __init__(self, there: Container[str], pictures: int) -> None:
        self.there, self.pictures, self.room = there, pictures, MOST_ATTACHED
        self.numbers: dict[str, int] = {}

    def piece(self, said: Piece) -> PrintedPiece:
        if said.source in self.numbers:
            return PrintedPiece(said=said, number=self.numbers[said.source], again=True)
        number = self.numbers[said.source] = len(self.numbers) + 1
        files = tuple(self._file(each, number, place) for place, each in enumerate(said.files, 1))
        return PrintedPiece(said=said, number=number, files=files)

    def _file(self, said: FileSaid, piece: int, place: int) -> PrintedFile:
        name = f"{piece:03d}-{place} {said.name}"
        because = self._why_not(said)
        shown = said.kind in PICTURES and self.pictures > 0 and not because
        self.pictures -= shown
        return PrintedFile(said=said, name=name, number=place, is_shown=shown, because=because)

    def _why_not(self, said: FileSaid) -> str:
        if said.uid not in self.there:
            return "Its bytes are no longer kept."
        if said.size > self.room:
            return "There was no room left for it in this document."
        self.room -= said.size
        return ""
