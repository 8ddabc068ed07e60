"""What changed between two portfolios as they were handed in: sections, pieces, words, files, signatures. Pure."""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from academy.people.rules.spans import in_words
from portfolios.rules.content import Content, FileSaid, Passage, Piece, SectionSaid, SignedLine

# A stretch of more words than this is told as taken out and put in: word by word it would be neither read nor quick.
MOST_WORDS_COMPARED = 2000
NOTHING = SectionSaid(code="", title="")
TOKENS = re.compile(r"\S+\s*|\s+")


class Fate(StrEnum):
    """What became of something from the earlier to the later."""

    IN = "in"
    OUT = "out"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class Run:
    """A stretch of text that stayed, came in, or went out."""

    fate: Fate
    text: str


@dataclass(frozen=True)
class TextChange:
    """How the text under a heading changed, stretch by stretch."""

    heading: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Change:
    """What became of a file, a statement or a signature, by name."""

    name: str
    fate: Fate


@dataclass(frozen=True)
class PieceChange:
    """What became of a piece in a section."""

    title: str
    kind_words: str
    fate: Fate
    texts: tuple[TextChange, ...] = ()
    files: tuple[Change, ...] = ()
    statements: tuple[Change, ...] = ()


@dataclass(frozen=True)
class SectionChange:
    """What became of a section; `pieces` are those in which something changed."""

    title: str
    fate: Fate
    texts: tuple[TextChange, ...] = ()
    pieces: tuple[PieceChange, ...] = ()


@dataclass(frozen=True)
class Differences:
    """Everything that changed. What stayed as it was is not told."""

    about: tuple[TextChange, ...]
    sections: tuple[SectionChange, ...]
    signed: tuple[Change, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.about or self.sections or self.signed)


def differences(before: Content, after: Content) -> Differences:
    """What changed from one to the other, in the order of the later one; what went out follows."""
    return Differences(
        about=tuple(_texts(_about(before), _about(after))),
        sections=tuple(_sections(before.sections, after.sections)),
        signed=tuple(_named(map(_signed, before.signatures), map(_signed, after.signatures))),
    )


def runs_of(before: str, after: str) -> tuple[Run, ...]:
    """A text as stretches that stayed, went out and came in; word by word within lines that changed."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found: list[Run] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        found.extend([Run(Fate.SAME, gone)] if tag == "equal" else _by_word(gone, come))
    return tuple(_joined(found))


def _by_word(gone: str, come: str) -> Iterator[Run]:
    """Word by word; what stands between two words is no difference by itself."""
    old, new = TOKENS.findall(gone), TOKENS.findall(come)
    if max(len(old), len(new)) > MOST_WORDS_COMPARED:
        yield from (Run(Fate.OUT, gone), Run(Fate.IN, come))
        return
    bare = [word.rstrip() for word in old], [word.rstrip() for word in new]
    for tag, a, b, c, d in difflib.SequenceMatcher(None, *bare, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Run(Fate.SAME, "".join(new[c:d]))
            continue
        yield Run(Fate.OUT, "".join(old[a:b]))
        yield Run(Fate.IN, "".join(new[c:d]))


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs without empty ones, neighbours of one fate as one."""
    held: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if held is not None and held.fate == run.fate:
            held = Run(held.fate, held.text + run.text)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


def _about(content: Content) -> list[tuple[str, str]]:
    """What is said before the sections."""
    editions = "\n".join(f"{each.title} ({each.code})" for each in content.editions)
    known = [("Title", content.title), ("Confidentiality statement", content.statement), ("Editions", editions)]
    facts = "\n".join(f"{fact.label}: {fact.text}" for fact in content.facts)
    return [*known, ("Where she works", facts)]


def _texts(before: Iterable[tuple[str, str]], after: Iterable[tuple[str, str]]) -> Iterator[TextChange]:
    """The texts that are not the same, by heading: those of the later one in its order, then those that went out."""
    old, new = _by_heading(before), _by_heading(after)
    for heading in (*new, *(each for each in old if each not in new)):
        was, is_now = old.get(heading, ""), new.get(heading, "")
        if was != is_now:
            yield TextChange(heading, runs_of(was, is_now))


def _by_heading(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Texts by heading; those under one heading one after the other."""
    found: dict[str, list[str]] = {}
    for heading, text in texts:
        found.setdefault(heading, []).append(text)
    return {heading: "\n".join(each) for heading, each in found.items()}


def _sections(before: Sequence[SectionSaid], after: Sequence[SectionSaid]) -> Iterator[SectionChange]:
    old, new = {each.code: each for each in before}, {each.code: each for each in after}
    for code in (*new, *(each for each in old if each not in new)):
        was, is_now = old.get(code), new.get(code)
        if was != is_now:
            yield _section(was, is_now)


def _section(was: SectionSaid | None, is_now: SectionSaid | None) -> SectionChange:
    old, new = was or NOTHING, is_now or NOTHING
    title = new.title or old.title
    said = (
        [("Title", old.title or title), ("Written by", old.says_who), ("Text", old.text)],
        [("Title", title), ("Written by", new.says_who), ("Text", new.text)],
    )
    return SectionChange(
        title,
        _fate(was, is_now),
        texts=tuple(_texts(*said)),
        pieces=tuple(_pieces(old.pieces, new.pieces)),
    )


def _fate(was: object | None, is_now: object | None) -> Fate:
    if was is None:
        return Fate.IN
    return Fate.OUT if is_now is None else Fate.CHANGED


def _pieces(before: Sequence[Piece], after: Sequence[Piece]) -> Iterator[PieceChange]:
    old, new = {_thing(each): each for each in before}, {_thing(each): each for each in after}
    for thing in (*new, *(each for each in old if each not in new)):
        was, is_now = old.get(thing), new.get(thing)
        if was != is_now:
            yield _piece(was, is_now)


def _piece(was: Piece | None, is_now: Piece | None) -> PieceChange:
    """What came in or went out is named; its words are read in the portfolio it stands in."""
    if was is None or is_now is None:
        title, kind_words = next((each.title, each.kind_words) for each in (is_now, was) if each is not None)
        return PieceChange(title, kind_words, _fate(was, is_now))
    return PieceChange(
        is_now.title,
        is_now.kind_words,
        Fate.CHANGED,
        texts=tuple(_texts(_said(was), _said(is_now))),
        files=tuple(_files(was.files, is_now.files)),
        statements=tuple(_named((each.title for each in was.statements), (each.title for each in is_now.statements))),
    )


def _thing(piece: Piece) -> str:
    """What a piece is of, whichever version: "entry:7" of "entry:7:2"."""
    return ":".join(piece.source.split(":")[:2])


def _said(piece: Piece) -> list[tuple[str, str]]:
    facts = "\n".join(f"{fact.label}: {fact.text}" for fact in piece.facts)
    day = in_words(piece.day) if piece.day else ""
    heading = [("Title", piece.title), ("Day", day), ("What in it speaks to this section", piece.shows)]
    files = "\n".join(_about_file(file) for file in piece.files if file.caption or file.is_cleared)
    return [*heading, ("Facts", facts), *_passages(piece.passages), ("About its files", files)]


def _about_file(file: FileSaid) -> str:
    cleared = "holds nothing that tells who she is" if file.is_cleared else ""
    return ". ".join(filter(None, (file.name, file.caption, cleared)))


def _passages(passages: Iterable[Passage]) -> Iterator[tuple[str, str]]:
    return ((each.heading, each.text) for each in passages)


def _files(before: Iterable[FileSaid], after: Iterable[FileSaid]) -> Iterator[Change]:
    """Files by their bytes: one with the same name and others is told as changed."""
    old, new = {each.sha256: each.name for each in before}, {each.sha256: each.name for each in after}
    gone, come = [old[sha] for sha in old if sha not in new], [new[sha] for sha in new if sha not in old]
    yield from (Change(name, Fate.CHANGED if name in gone else Fate.IN) for name in come)
    yield from (Change(name, Fate.OUT) for name in gone if name not in come)


def _named(before: Iterable[str], after: Iterable[str]) -> Iterator[Change]:
    old, new = list(before), list(after)
    yield from (Change(name, Fate.IN) for name in new if name not in old)
    yield from (Change(name, Fate.OUT) for name in old if name not in new)


def _signed(line: SignedLine) -> str:
    for_whom = f" for {line.for_whom}" if line.for_whom else ""
    return f"{line.name}{for_whom}, {line.role}, {in_words(line.day)}"
