"""Files that travel with a document: shown on its pages, inside it as attachments, or after it as pages."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A stored file by where its bytes lie, and what they must be: bytes that changed are a bug, never passed on.

    A copy the portal made, as of a picture without the place it was taken, has neither size nor fingerprint: 0 and "".
    """

    uid: str
    storage_key: str
    content_type: str
    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Attached:
    """A file inside a document, under a name no other attachment has. `relationship` is one of PDF/A-3's words:
    Source, Data, Alternative, Supplement or Unspecified."""

    file: Kept
    name: str
    description: str
    relationship: str = "Supplement"


@dataclass(frozen=True, kw_only=True)
class Appended:
    """A file whose pages follow the document's own, behind a page that says what it is."""

    file: Kept
    title: str
    lines: tuple[str, ...] = ()
