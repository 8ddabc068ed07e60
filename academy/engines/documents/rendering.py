"""Setting a document: the template filled, laid out in pages, written as a tagged PDF. Pure but for reading files."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.template.loader import get_template, render_to_string

from academy.engines.documents.declarations import DocumentContent, DocumentKind
from academy.engines.documents.static_files import static_file

STYLESHEET = "css/document.css"
PAPER = "documents/paper.html"

Tell = Callable[[int, str], None]


@dataclass(frozen=True)
class Rendered:
    """A finished document: its bytes, how many pages it has, and the hash of what it was made with."""

    content: bytes
    pages: int
    template_sha256: str


def render(kind: DocumentKind, content: DocumentContent, *, tell: Tell) -> Rendered:
    """Set the document, telling how far it is. 40 ms a page, and memory in proportion to the pages.

    Whoever declares a kind keeps one document within a few hundred pages, in several parts if need be.
    """
    # Half a second at every start, if it stood above, for the one process in many that sets documents.
    from weasyprint import HTML

    from academy.engines.documents.fetching import BASE, OwnFiles

    tell(10, "Filling the pages")
    text = render_to_string(kind.template, {"document": content})
    options = {"pdf_variant": kind.variant, "pdf_tags": True}
    tell(20, "Reading the text")
    parsed = HTML(string=text, base_url=BASE, url_fetcher=OwnFiles())
    tell(30, "Setting the pages")
    laid_out = parsed.render(**options)
    tell(80, "Writing the file")
    written = laid_out.write_pdf(**options)
    return Rendered(written, len(laid_out.pages), template_version(kind))


def template_version(kind: DocumentKind) -> str:
    """SHA-256 over the template, the paper it is set on and the print stylesheet."""
    digest = hashlib.sha256()
    for name in (kind.template, PAPER):
        digest.update(Path(str(getattr(get_template(name), "origin"))).read_bytes())
    stylesheet = static_file(STYLESHEET)
    digest.update(stylesheet.read_bytes() if stylesheet else b"")
    return digest.hexdigest()
