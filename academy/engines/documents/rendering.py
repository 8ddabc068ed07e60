"""Setting a document: the template filled, laid out in pages, written as a tagged PDF. Pure but for reading files."""

import hashlib
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.core.files.base import File
from django.template.loader import get_template, render_to_string

from academy.engines.documents.appending import append
from academy.engines.documents.attaching import attach
from academy.engines.documents.declarations import UNCLAIMED, DocumentContent, DocumentKind
from academy.engines.documents.static_files import static_file

PAPER = "documents/paper.html"
# What is larger is kept on disk while it is made.
MOST_IN_MEMORY = 8 * 1024 * 1024

Tell = Callable[[int, str], None]


@dataclass(frozen=True)
class Rendered:
    """A finished document: its file, how many pages it has, and the hash of what it was made with."""

    content: File
    pages: int
    template_sha256: str


def room() -> IO[bytes]:
    """A place to set a document in, for a `with`: memory for a small one, disk for a large one."""
    return tempfile.SpooledTemporaryFile(max_size=MOST_IN_MEMORY)


def render(kind: DocumentKind, content: DocumentContent, target: IO[bytes], *, tell: Tell) -> Rendered:
    """Set the document into `target` (see `room`), telling how far it is. 40 ms a page, memory by the pages.

    Whoever declares a kind keeps one document within a few hundred pages, in several parts if need be. Files attached
    pass through in pieces; pages appended are held in memory, within the bounds of `appending`.
    """
    # Half a second at every start, if it stood above, for the one process in many that sets documents.
    from weasyprint import HTML

    from academy.engines.documents.fetching import BASE, OwnFiles

    tell(10, "Filling the pages")
    text = render_to_string(kind.template, {"document": content})
    options = {"pdf_tags": True} | ({} if kind.variant == UNCLAIMED else {"pdf_variant": kind.variant})
    tell(20, "Reading the text")
    parsed = HTML(string=text, base_url=BASE, url_fetcher=OwnFiles(content.pictures))
    tell(30, "Setting the pages")
    laid_out = parsed.render(**options)
    tell(80, "Writing the file")
    target.write(laid_out.write_pdf(**options))
    pages = len(laid_out.pages)
    if content.appended:
        pages += append(target, content.appended, tell=tell)
    attach(target, content.attached, at=content.made_at)
    return Rendered(_whole(target), pages, template_version(kind))


def _whole(target: IO[bytes]) -> File:
    size = target.tell()
    target.seek(0)
    file = File(target)
    file.size = size
    return file


def template_version(kind: DocumentKind) -> str:
    """SHA-256 over the template and what it includes, the paper it is set on and the print stylesheets."""
    digest = hashlib.sha256()
    for name in (kind.template, PAPER, *kind.parts):
        digest.update(Path(str(getattr(get_template(name), "origin"))).read_bytes())
    for name in kind.stylesheets:
        stylesheet = static_file(name)
        digest.update(stylesheet.read_bytes() if stylesheet else b"")
    return digest.hexdigest()
