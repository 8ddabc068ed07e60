"""The library of examples: what is in it for somebody, by purpose and standard, and one example without names."""

from dataclasses import dataclass, replace
from functools import cached_property

from academy.engines.audit.models import Event
from academy.engines.audit.selectors.events import acts_on
from academy.engines.files.models import StoredFile
from academy.identity.actor import Actor
from portfolios.choices.portfolios import ExemplarState, Purpose
from portfolios.models import Exemplar
from portfolios.rules.content import Content, FileSaid, Piece, SectionSaid, read
from portfolios.rules.nameless import without_names


@dataclass(frozen=True)
class Example:
    """An example as it is shown: never with a name, never with a file that was not cleared."""

    exemplar: Exemplar

    @cached_property
    def content(self) -> Content:
        return without_names(read(self.exemplar.snapshot.content))

    @property
    def title(self) -> str:
        return f"{self.content.purpose_words}, an example"

    @property
    def standards(self) -> dict[str, str]:
        """Statements it speaks to: title by key, in the order they come."""
        return {
            spoken.key: f"{spoken.framework} {spoken.title}"
            for piece in self.content.pieces
            for spoken in piece.statements
        }

    @property
    def sections(self) -> list[tuple[SectionSaid, list[tuple[Piece, tuple[FileSaid, ...]]]]]:
        """Each section with its pieces, and beside each the files that were cleared."""
        return [
            (section, [(replace(piece, files=()), piece.files) for piece in section.pieces])
            for section in self.content.sections
        ]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which examples: of a purpose, speaking to a statement; everything where nothing is said."""

    purpose: str = ""
    standard: str = ""

    @property
    def is_everything(self) -> bool:
        return not (self.purpose or self.standard)


@dataclass(frozen=True)
class Library:
    """What is in the library for somebody, the newest first, and what she can ask for."""

    examples: list[Example]

    @cached_property
    def purposes(self) -> list[tuple[str, str]]:
        codes = {each.content.purpose for each in self.examples}
        return [(code, str(words)) for code, words in Purpose.choices if code in codes]

    @cached_property
    def standards(self) -> list[tuple[str, str]]:
        titles = {key: title for each in self.examples for key, title in each.standards.items()}
        return sorted(titles.items(), key=lambda pair: (pair[1], pair[0]))

    def speaking_to(self, wanted: Wanted) -> list[Example]:
        """Those of the purpose and the statement asked for."""
        return [
            each
            for each in self.examples
            if wanted.purpose in ("", each.content.purpose)
            and (not wanted.standard or wanted.standard in each.standards)
        ]


def library_for(actor: Actor) -> Library:
    """Examples shown to the actor, the newest first. One query."""
    shown = Exemplar.objects.visible_to(actor).shown().select_related("snapshot__portfolio")
    return Library([Example(each) for each in shown.order_by("-shown_at", "-pk")])


def offered_to(actor: Actor) -> list[Exemplar]:
    """Examples that wait for the actor to look at them, the oldest first. One query."""
    academy = Exemplar.objects.offered().exclude(snapshot__portfolio__person_id=actor.person_id).looked_at_by(actor)
    return list(academy.select_related("snapshot__portfolio").order_by("offered_at", "pk"))


def reason_put_back(exemplar: Exemplar) -> str:
    """Why the academy put it back or the portal removed it, where they did. One query."""
    if exemplar.state != ExemplarState.TAKEN_BACK:
        return ""
    acts = ("portfolios.exemplar.put_back", "portfolios.exemplar.remove")
    event: Event | None = acts_on(Exemplar._meta.label_lower, exemplar.pk).filter(act__in=acts).first()
    return event.note if event else ""


def cleared_file(exemplar: Exemplar, uid: str) -> tuple[StoredFile, str] | None:
    """A file of the example that was cleared, and the name it has there; None for every other."""
    kept = exemplar.snapshot.files.filter(is_cleared=True, file__uid=uid).select_related("file").first()
    names = {file.uid: file.name for piece in Example(exemplar).content.pieces for file in piece.files}
    return (kept.file, names[uid]) if kept is not None and uid in names else None
