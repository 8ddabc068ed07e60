"""How everything of somebody's own is written into one zip: part after part, each read while it is sent. Pure."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from html import escape
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED

from zipstream import ZipStream

from portfolios.rules.content import Content, Passage, Piece

FORMAT = "academy-portal/everything"
FORMAT_VERSION = 1
_STYLE = (
    "body{font:17px/1.5 sans-serif;max-width:44em;margin:2em auto;padding:0 1em}pre{white-space:pre-wrap;font:inherit}"
)


@dataclass(frozen=True)
class Part:
    """A file in the zip. `content` is read once, when its turn comes; what is packed already is not packed again."""

    name: str
    content: Iterable[bytes]
    is_packed: bool = False


def zipped(parts: Iterable[Part]) -> Iterator[bytes]:
    """The zip as bytes to send, one part after another: no part is asked for before the one before it is sent."""
    archive = ZipStream()
    for part in parts:
        archive.add(part.content, part.name, compress_type=ZIP_STORED if part.is_packed else ZIP_DEFLATED)
        yield from archive.file()
    yield from archive.finalize()


def text_part(name: str, pieces: Iterable[str]) -> Part:
    """A part written as it is read, in UTF-8."""
    return Part(name, (piece.encode() for piece in pieces))


def json_list(items: Iterable[Any]) -> Iterator[str]:
    """A JSON list, one item to a line, written as the items come."""
    yield "["
    for number, item in enumerate(items):
        yield f"{',' if number else ''}\n{json.dumps(item, ensure_ascii=False)}"
    yield "\n]\n"


def piece_said(piece: Piece) -> dict[str, Any]:
    return asdict(piece)


def page(title: str, body: Iterable[str]) -> Iterator[str]:
    """A page that needs nothing else to be read: no script, nothing loaded."""
    head = f"<meta charset=utf-8><meta name=viewport content='width=device-width'><title>{escape(title)}</title>"
    yield f"<!doctype html><html lang=en-GB><head>{head}<style>{_STYLE}</style></head><body><h1>{escape(title)}</h1>\n"
    yield from body
    yield "</body></html>\n"


def heading(text: str, level: int = 2) -> str:
    return f"<h{level}>{escape(text)}</h{level}>\n"


def written(text: str) -> str:
    """Somebody's words with their line ends."""
    return f"<pre>{escape(text)}</pre>\n" if text else ""


def link(url: str, words: str, beside: str = "") -> str:
    return f'<li><a href="{escape(url)}">{escape(words)}</a> {escape(beside)}</li>\n'


def piece_page(piece: Piece, level: int = 2) -> Iterator[str]:
    """A piece of evidence or writing, to be read."""
    yield heading(piece.title, level)
    yield f"<p>{escape(' · '.join(part for part in (piece.kind_words, piece.on) if part))}</p>\n"
    yield written(piece.shows)
    for fact in piece.facts:
        yield f"<p>{escape(fact.label)}: {escape(fact.text)}</p>\n"
    for passage in piece.passages:
        yield _passage(passage, level + 1)
    for spoken in piece.statements:
        yield f"<p>Speaks to {escape(spoken.framework)} {escape(spoken.title)}</p>\n"
    for file in piece.files:
        yield f"<p>File: {escape(file.name)} {escape(file.caption)}</p>\n"


def _passage(passage: Passage, level: int) -> str:
    who = f"<p>{escape(passage.says_who)}</p>\n" if passage.says_who else ""
    return heading(passage.heading, level) + written(passage.text) + who


def content_page(content: Content) -> Iterator[str]:
    """A portfolio, to be read."""
    yield f"<p>{escape(content.purpose_words)}, {escape(content.person)}, {escape(content.organisation)}</p>\n"
    yield written(content.statement)
    for section in content.sections:
        yield heading(section.title)
        yield from ([written(f"Written by {section.says_who}.")] if section.says_who else [])
        yield written(section.text)
        for piece in section.pieces:
            yield from piece_page(piece, 3)
    for line in content.signatures:
        yield f"<p>Signed by {escape(line.name)}, {escape(line.role)}, {escape(line.on)}. {escape(line.words)}</p>\n"
