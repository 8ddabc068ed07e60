"""A portfolio without names, for those who judge it blind: from the same content, by replacing words (D7-09).

It hides too much rather than too little. What nobody can see by its letters alone, a case everybody knows or a picture
of a colleague, no rule hides: files stay out but for those a person cleared.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from typing import Any

from academy.ui.wording import beginning
from portfolios.rules.content import Content, FileSaid, Named, Piece, SectionSaid, SignedLine

# Given names and family names that are words as well: in small letters they are taken for the word.
_ALSO_WORDS = """
april art august baker bank bell best bill black bond brook brown carter christian church cook cross dawn day
dean drew faith field fisher flint ford forest frank gene glen grace grant gray green grey guy hall hand hart
hill hope iris ivy jack jean joy june king lane lee long love mark marsh mason may miles miller noble north
page parish park pat pearl penny piper poole pope price reed rich rob robin rose ruby rush sharp short singer
small smart south star stone street sue summer sunny swift tanner taylor temple violet wade walker wall ward
waters web west white will wise wood woods young
"""
ALSO_WORDS = frozenset(_ALSO_WORDS.split())
# Codes and numbers by which things are found again, never words somebody wrote.
CODES = frozenset({"source", "kind", "uid", "sha256", "code", "purpose", "key", "on", "size"})
_LETTER = r"[^\W_]"
_BREAK = r"[\s\u00a0\u00ad_.\-‐‑–]+"
_ADDRESS = re.compile(r"[\w.+'’-]+@[\w-]+(\.[\w-]+)+")
_ADDRESS_INSTEAD = "an e-mail address"
_LEAST = 2


@dataclass(frozen=True)
class _Hidden:
    """One way a name is written, and what stands for it."""

    pattern: re.Pattern[str]
    instead: str
    is_word: bool = False


def without_names(content: Content) -> Content:
    """The content with every name replaced by what stands for it, wherever it was written: whole, in parts, in
    capitals, with initials beside the family name or dotted alone, with or without accents, as a possessive.

    E-mail addresses go altogether. Facts of the cover go, as team and registration tell who she is; those who signed
    are their roles; files stay only where they are cleared, under a number instead of their name.
    """
    hide = hiding(content.names)
    told: Content = _each_word(replace(content, facts=(), names=()), hide)
    said = replace(told, signatures=tuple(_role(each, hide) for each in content.signatures))
    return replace(said, sections=tuple(_section(each) for each in said.sections))


def hiding(names: Iterable[Named]) -> Callable[[str], str]:
    """What replaces these names in any text, as `without_names` does in a content; e-mail addresses go as well."""
    return partial(_without, hidden=tuple(_hidden(tuple(names))))


def names_left(text: str, names: tuple[Named, ...]) -> list[str]:
    """The ways in which names still stand in a text, as they were found; for tests and for the last look at a PDF."""
    plain = _plain(text)
    return [
        found[0] for each in _hidden(names) for found in each.pattern.finditer(plain) if not _is_word(each, found[0])
    ]


def _hidden(names: tuple[Named, ...]) -> Iterator[_Hidden]:
    """The longest ways first, so that a whole name is replaced once and not part by part."""
    ways = {way: named.instead for named in reversed(names) for way in _ways(named)}
    for (way, is_word), instead in sorted(ways.items(), key=lambda each: (-len(each[0][0]), each[0])):
        yield _Hidden(re.compile(f"(?<!{_LETTER})(?:{way})(?!{_LETTER})", re.IGNORECASE), instead, is_word)


def _ways(named: Named) -> Iterator[tuple[str, bool]]:
    """The patterns of one name, each with whether it is a word in small letters."""
    parts = _plain(named.name).split()
    if parts:
        yield _BREAK.join(_written(each) for each in parts), len(parts) == 1 and _is_also_word(parts[0])
    if named.is_whole:
        return
    if len(parts) > 1:
        yield from ((_written(each), _is_also_word(each)) for each in parts if len(each) >= _LEAST)
        yield from _with_initials(parts)


def _is_also_word(part: str) -> bool:
    return part.lower() in ALSO_WORDS or len(part) <= _LEAST


def _with_initials(parts: list[str]) -> Iterator[tuple[str, bool]]:
    """ "Osei, Amara", "A. Osei", "Osei, A.", "Amara O.", "A.O."; with every initial or the first alone."""
    given, family = parts[:-1], _written(parts[-1])
    initials = [re.escape(each[0]) for each in parts]
    yield rf"{family},\s*{_BREAK.join(_written(each) for each in given)}", False
    yield r"\.\s?".join(initials) + r"\.", False
    for some in (r"\.?\s?".join(initials[:-1]), initials[0]):
        yield rf"{some}\.?\s*{family}", False
        yield rf"{family},?\s+{some}\b\.?", False
    yield rf"{_written(given[0])}\s+{initials[-1]}\b\.?", False


def _written(part: str) -> str:
    """A part of a name however its apostrophes and hyphens are written."""
    letters = ("['’‘ʼ]?" if each in "'’‘ʼ" else r"[\s\-‐‑–]?" if each in "-‐‑–" else re.escape(each) for each in part)
    return "".join(letters)


def _plain(text: str) -> str:
    """The text without accents, letter for letter: as long as it was, so that places in one are places in the other."""
    return "".join(_bare(each) for each in text)


def _bare(letter: str) -> str:
    bare = unicodedata.normalize("NFD", letter)[0]
    return bare if bare.isalpha() else letter


def _without(text: str, *, hidden: tuple[_Hidden, ...]) -> str:
    said = _ADDRESS.sub(_ADDRESS_INSTEAD, unicodedata.normalize("NFC", text))
    for each in hidden:
        said = _replaced(said, each)
    return said


def _replaced(text: str, hidden: _Hidden) -> str:
    """The text with one way of a name replaced, with a capital where a sentence begins."""
    made, last = [], 0
    for found in hidden.pattern.finditer(_plain(text)):
        if _is_word(hidden, found[0]):
            continue
        before = text[: found.start()].rstrip(" “‘\"'(")
        begins = not before or before[-1] in ".!?\n"
        made += [
            text[last : found.start()],
            beginning(hidden.instead) if begins else hidden.instead,
        ]
        last = found.end()
    return "".join((*made, text[last:]))


def _is_word(hidden: _Hidden, found: str) -> bool:
    return hidden.is_word and not found[0].isupper()


def _each_word(value: Any, hide: Callable[[str], str]) -> Any:
    """A value of the content with every text in it passed through `hide`."""
    if isinstance(value, str):
        return hide(value)
    if isinstance(value, tuple):
        return tuple(_each_word(each, hide) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        told = {each.name: getattr(value, each.name) for each in fields(value) if each.name not in CODES}
        return replace(value, **{name: _each_word(each, hide) for name, each in told.items()})
    return value


def _role(signed: SignedLine, hide: Callable[[str], str]) -> SignedLine:
    return SignedLine(role=signed.role, name=f"The {signed.role}", on=signed.on, words=hide(signed.words), for_whom="")


def _section(section: SectionSaid) -> SectionSaid:
    role = section.says_who.rpartition(", ")[2]
    who = f"the {role}" if role else ""
    return replace(section, says_who=who, pieces=tuple(_piece(each) for each in section.pieces))


def _piece(piece: Piece) -> Piece:
    cleared = [each for each in piece.files if each.is_cleared]
    return replace(piece, files=tuple(_numbered(each, number) for number, each in enumerate(cleared, 1)))


def _numbered(file: FileSaid, number: int) -> FileSaid:
    ending = file.name.rpartition(".")[2].lower() if "." in file.name else ""
    return replace(file, name=f"file-{number}.{ending}" if ending.isalnum() and len(ending) <= 5 else f"file-{number}")
