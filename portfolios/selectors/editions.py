"""What the editions of a snapshot on paper are filled with: whole, for reading and printing, and without names."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.text import slugify

from academy.engines.documents.declarations import STYLESHEET, Asked, DocumentContent
from academy.engines.documents.rules.codes import fingerprint_shown
from academy.engines.documents.rules.enclosures import Appended, Attached, Kept
from academy.engines.files.models import StoredFile
from portfolios.drawing.matrix import WIDE, Drawing, drawn_in_parts
from portfolios.drawing.spread import Spread, spread
from portfolios.models import Snapshot
from portfolios.rules.content import Content, read
from portfolios.rules.coverage import Coverage, Matrix
from portfolios.rules.nameless import without_names
from portfolios.rules.printing import (
    PrintedFile,
    PrintedPiece,
    PrintedSection,
    files_of,
    pieces_in,
    printed,
)
from portfolios.selectors.coverage import coverage_in

# What an edition is printed with, by whichever app has it printed.
TEMPLATE = "portfolios/pdf/portfolio.html"
PARTS = tuple(
    f"portfolios/pdf/_{part}.html" for part in ("cover", "contents", "summary", "matrix", "section", "piece", "closing")
)
STYLES = (STYLESHEET, "css/portfolio.css")
FULL, READING, NAMELESS = "Full edition", "Reading copy", "Edition without names"
# A picture of standards is at most this high, in units of which 960 are 170 mm: then its words stay at 7.5 points.
MOST_HEIGHT = 1000
READABLE = ("pdf", "png", "jpeg")


@dataclass(frozen=True, kw_only=True)
class PortfolioOnPaper(DocumentContent):
    """A snapshot as its pages say it. `edition` is what this edition is called; `on_screen` is the preview."""

    said: Content
    edition: str
    academy: str
    number: int
    code: str
    taken_at: datetime
    sections: tuple[PrintedSection, ...]
    coverage: Coverage
    matrices: tuple[tuple[Matrix, tuple[Drawing, ...]], ...]
    picture: Spread
    pieces: int
    is_nameless: bool = False
    is_appended: bool = False
    on_screen: bool = False

    @property
    def fingerprint_shown(self) -> str:
        return fingerprint_shown(self.fingerprint)

    @property
    def attachments(self) -> int:
        return len(self.attached)


def full_edition(asked: Asked) -> PortfolioOnPaper:
    """Everything, with its files attached. Raises DoesNotExist for a snapshot that is none."""
    paper = _Paper(asked)
    sections = printed(paper.content, there=paper.files)
    return paper.filled(FULL, sections, attached=tuple(paper.attached(sections)))


def reading_copy(asked: Asked) -> PortfolioOnPaper:
    """Everything, for people who print: files that have pages follow at the end, nothing is attached."""
    paper = _Paper(asked)
    sections = printed(paper.content, there=paper.files, shows_pictures=False)
    return paper.filled(READING, sections, appended=tuple(paper.appended(sections)))


def nameless_edition(asked: Asked) -> PortfolioOnPaper:
    """The same without names, for those who judge it blind; only files a person cleared are attached."""
    paper = _Paper(asked, is_nameless=True)
    sections = printed(paper.content, there=paper.files)
    return paper.filled(NAMELESS, sections, attached=tuple(paper.attached(sections)))


class _Paper:
    """One snapshot on the way to paper: what it says, and its files by uid. Five queries, with the standards."""

    def __init__(self, asked: Asked, *, is_nameless: bool = False) -> None:
        found = Snapshot.objects.select_related("portfolio__organisation").get(pk=asked.subject_id)
        said = read(found.content)
        self.asked, self.snapshot, self.is_nameless = asked, found, is_nameless
        self.content = without_names(said) if is_nameless else said
        self.files = {str(each.file.uid): each.file for each in found.files.select_related("file") if each.file.is_open}

    def filled(
        self,
        edition: str,
        sections: tuple[PrintedSection, ...],
        *,
        attached: tuple[Attached, ...] = (),
        appended: tuple[Appended, ...] = (),
    ) -> PortfolioOnPaper:
        said, found, asked = self.content, self.snapshot, self.asked
        coverage = coverage_in(said)
        shown = [file for _, file in files_of(sections) if file.is_shown]
        return PortfolioOnPaper(
            title=self._title(edition),
            author=said.person,
            running=f"{said.person} · {said.title}",
            made_at=asked.at,
            file_name=self._file_name(edition),
            policy="; ".join(each.title for each in said.editions)[:120],
            foot=f"Document {asked.code}, version {found.number}, fingerprint {fingerprint_shown(found.sha256)}",
            fingerprint=found.sha256,
            pictures=tuple(self._kept(each) for each in shown),
            attached=attached,
            appended=appended,
            said=said,
            edition=edition,
            academy="" if self.is_nameless else found.portfolio.organisation.academy_name,
            number=found.number,
            code=asked.code,
            taken_at=timezone.localtime(found.taken_at),
            sections=sections,
            coverage=coverage,
            matrices=tuple(
                (each, drawn_in_parts(each, coverage.columns, layout=WIDE, most=MOST_HEIGHT))
                for each in coverage.matrices
            ),
            picture=spread([(each.said.title, [piece.again for piece in each.pieces]) for each in sections]),
            pieces=pieces_in(sections),
            is_nameless=self.is_nameless,
            is_appended=bool(appended),
        )

    def attached(self, sections: tuple[PrintedSection, ...]) -> Iterator[Attached]:
        for piece, file in self._there(sections):
            description = f"Piece {piece.number}: {piece.said.title}. {file.said.caption}".strip()
            yield Attached(file=self._kept(file), name=file.name, description=description)

    def appended(self, sections: tuple[PrintedSection, ...]) -> Iterator[Appended]:
        for piece, file in self._there(sections):
            if file.said.kind in READABLE:
                lines = (f"Piece {piece.number}: {piece.said.title}", file.said.caption, f"SHA-256 {file.said.sha256}")
                yield Appended(file=self._kept(file), title=file.name, lines=tuple(each for each in lines if each))

    def _there(self, sections: tuple[PrintedSection, ...]) -> Iterator[tuple[PrintedPiece, PrintedFile]]:
        return ((piece, file) for piece, file in files_of(sections) if not file.because)

    def _kept(self, file: PrintedFile) -> Kept:
        """Where a file's bytes lie and what they must be: of a picture the copy without place and camera."""
        stored: StoredFile = self.files[file.said.uid]
        if stored.shown_key:
            return _copy_of(stored)
        return Kept(
            uid=file.said.uid,
            storage_key=stored.storage_key,
            content_type=stored.content_type,
            size=file.said.size,
            sha256=file.said.sha256,
        )

    def _title(self, edition: str) -> str:
        said = self.content
        if self.is_nameless:
            return f"{said.title}, {edition.lower()}"
        return f"{said.title}, {said.person}" + ("" if edition == FULL else f", {edition.lower()}")

    def _file_name(self, edition: str) -> str:
        said = self.content
        words = (said.title, edition) if self.is_nameless else (said.title, said.person, edition)
        return slugify(f"{' '.join(words)} version {self.snapshot.number}")[:100] or "portfolio"


def _copy_of(stored: StoredFile) -> Kept:
    return Kept(uid=str(stored.uid), storage_key=stored.shown_key, content_type=stored.content_type, size=0, sha256="")
