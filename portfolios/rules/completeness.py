"""What a portfolio still lacks, named sentence by sentence. Pure: judged from its own pieces on the day.

Numbers, grades and dates of all pieces together are judged by the requirements engine, from facts made of the pieces:
`portfolios.piece:<kind of evidence>` and `portfolios.writing:<kind of own writing>`. A piece in two sections
counts once; one that was withdrawn does not count.
Nothing here judges whether practice is good enough: that is for people (D1-54).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import keyed
from academy.engines.requirements.cases import Case
from academy.engines.requirements.dates import in_words as day_in_words
from academy.engines.requirements.dates import last_day, number_of
from academy.engines.requirements.node import Node
from academy.engines.requirements.results import Result
from academy.ui.wording import within
from portfolios.choices.portfolios import FillerRole, SectionState, TextAsked
from portfolios.rules.words import ANY_LENGTH, Words, words_in

PIECE, WRITING = "portfolios.piece", "portfolios.writing"
FAMILIES = (PIECE, WRITING)


@dataclass(frozen=True, kw_only=True)
class SectionAsked:
    """What a template asks of one section, and of whom."""

    code: str
    title: str
    filled_by: str = FillerRole.AUTHOR
    text: str = TextAsked.OPTIONAL
    words: Words = ANY_LENGTH
    least: int = 0
    within_months: int | None = None
    piece_words: Words = ANY_LENGTH


@dataclass(frozen=True, kw_only=True)
class PieceHeld:
    """A piece as it is counted: codes and days. `length` is its number of words, where it has one."""

    source: str
    family: str
    kind: str
    title: str
    on: date | None = None
    by_relation: str = ""
    level: str = ""
    length: int | None = None
    is_withdrawn: bool = False


@dataclass(frozen=True, kw_only=True)
class SectionHeld:
    """What a section holds. `is_returned`: a signer sent it back and whoever fills it has not answered. `filler` is the
    name of who fills it where that is not the author; empty where nobody is known."""

    code: str
    text: str = ""
    state: str = SectionState.EMPTY
    is_returned: bool = False
    filler: str = ""
    pieces: tuple[PieceHeld, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RequiredOfAll:
    """One thing required of the pieces together; `section` is where it is mended, empty where anywhere."""

    requires: Node
    section: str = ""


@dataclass(frozen=True)
class Lack:
    """One thing that is missing, as a sentence, and the section where it is mended; empty for the whole portfolio."""

    says: str
    section: str = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a template asks: of each section, and of the pieces together. `home` is whose codes it means."""

    sections: Sequence[SectionAsked]
    required: Sequence[RequiredOfAll] = ()
    home: str = ""


def lacking(asked: Asked, held: Sequence[SectionHeld], *, person: int, on: date) -> tuple[Lack, ...]:
    """Everything missing on the day: section by section in the template's order, then what all pieces together lack."""
    by_code = {section.code: section for section in held}
    of_sections = [
        lack
        for section in asked.sections
        for lack in _of_section(section, by_code.get(section.code, SectionHeld(code=section.code)), on=on)
    ]
    case = Case(on=on, facts=facts_of(held, person=person), home=asked.home)
    return (*of_sections, *_of_all(asked.required, case))


def facts_of(held: Iterable[SectionHeld], *, person: int) -> tuple[Fact, ...]:
    """Facts of all the pieces, each piece once, for the requirements engine."""
    pieces = {piece.source: piece for section in held for piece in section.pieces}
    return tuple(
        Fact(
            key=keyed(piece.family, piece.kind),
            person=person,
            on=piece.on,
            level=piece.level,
            by_relation=piece.by_relation,
        )
        for piece in pieces.values()
        if piece.on is not None and not piece.is_withdrawn
    )


def _of_section(asked: SectionAsked, held: SectionHeld, *, on: date) -> list[Lack]:
    """What one section lacks; that it is not marked as ready is said only where nothing else is missing."""
    if asked.filled_by != FillerRole.AUTHOR:
        return [Lack(says, asked.code) for says in _of_part(asked, held)]
    found = [*_of_text(asked, held), *_of_number(asked, held), *_of_pieces(asked, held, on=on)]
    if held.is_returned:
        found.insert(0, f"“{asked.title}” was returned. Read why, change it, and mark it as ready.")
    is_left_out = held.state == SectionState.EMPTY and asked.text != TextAsked.REQUIRED and not asked.least
    if not found and held.state != SectionState.READY and not is_left_out:
        found.append(f"“{asked.title}” is not marked as ready.")
    return [Lack(says, asked.code) for says in found]


def _of_part(asked: SectionAsked, held: SectionHeld) -> Iterator[str]:
    """What a section lacks that somebody else fills: the author can only ask for it."""
    role = FillerRole(asked.filled_by)
    if held.state == SectionState.EMPTY and asked.text != TextAsked.REQUIRED:
        return
    if not held.filler:
        ask = "Ask your academy lead to enter one" if role == FillerRole.LINE_MANAGER else "Say who that is"
        yield f"“{asked.title}” is written by your {role.label}, and nobody is named. {ask}."
        return
    who = f"“{asked.title}” is written by your {role.label}, {held.filler}"
    if held.is_returned:
        yield f"{who}: returned."
    elif held.state != SectionState.READY:
        yield f"{who}: {SectionState(held.state).label.lower()}."
    else:
        yield from _of_text(asked, held)


def _of_text(asked: SectionAsked, held: SectionHeld) -> Iterator[str]:
    number = words_in(held.text)
    if number == 0:
        if asked.text == TextAsked.REQUIRED:
            wanted = f": {asked.words.says}" if asked.words else ""
            yield f"“{asked.title}” has no text yet{wanted}."
        return
    if wrong := asked.words.wrong(number):
        yield f"“{asked.title}” {wrong}"


def _of_number(asked: SectionAsked, held: SectionHeld) -> Iterator[str]:
    number = sum(not piece.is_withdrawn for piece in held.pieces)
    if number < asked.least:
        there = f"has {number_of(number, 'piece')}" if number else "has no piece yet"
        yield f"“{asked.title}” {there}; it asks for at least {asked.least}."


def _of_pieces(asked: SectionAsked, held: SectionHeld, *, on: date) -> Iterator[str]:
    for piece in held.pieces:
        if piece.is_withdrawn:
            yield f"You withdrew “{piece.title}”. Take it out of “{asked.title}”."
        elif piece.on is not None and _is_too_old(piece.on, asked.within_months, on=on):
            months = number_of(asked.within_months or 0, "month")
            yield (
                f"“{piece.title}” in “{asked.title}” is of {day_in_words(piece.on)}, "
                f"more than {months} ago. Put in a newer one."
            )
        elif piece.length is not None and (wrong := asked.piece_words.wrong(piece.length)):
            yield f"“{piece.title}” {wrong}"


def _is_too_old(day: date, months: int | None, *, on: date) -> bool:
    """Is it longer ago than so many calendar months? 29 February counts to the 28th."""
    until = last_day(day, None, months=months)
    return until is not None and until < on


def _of_all(required: Sequence[RequiredOfAll], case: Case) -> Iterator[Lack]:
    for each in required:
        result = each.requires.judge(case)
        if not result.is_met:
            yield Lack(_said(result), each.section)


def _said(result: Result) -> str:
    """A requirement that is not met as a sentence, with what helps."""
    return " ".join(part for part in (f"{result.what}: {within(result.says)}", result.help) if part)
