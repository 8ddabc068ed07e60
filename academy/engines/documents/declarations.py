"""Kinds of document: each app declares its own, with a template, what fills it, and who may have it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from academy.engines.documents.rules.enclosures import Appended, Attached, Kept
from academy.identity.actor import Actor

# The job that makes documents of every kind.
MAKE = "documents.document.make"
# Accessible PDF (ISO 14289-1), for everything people read.
TAGGED = "pdf/ua-1"
# Archived PDF with tags and with files of any kind in it (ISO 19005-3, level A).
ARCHIVED = "pdf/a-3a"
# Tagged, without a claim to a standard: what is appended to it is not ours to tag.
UNCLAIMED = "pdf"
STYLESHEET = "css/document.css"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Who asked for a document about whom, when it is made, and what was chosen (codes, dates and numbers).

    `subject_id` is the thing it is made of, for kinds that are made of one; `code` is the number it will carry.
    """

    person_id: int
    by: Actor
    at: datetime
    choices: Mapping[str, str] = field(default_factory=dict)
    subject_id: int | None = None
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class DocumentContent:
    """What a template is filled with; each kind has a frozen subclass.

    `title` and `author` stand in the document's properties, `running` at the top of every page and `foot` at its
    bottom; `file_name` names the file without its ending; `policy` is the version of the policy it rests on, if any.
    `fingerprint` is the SHA-256 of what was frozen and is printed here. `pictures` are the stored files its pages show
    (as `stored:` and their uid), `attached` those inside it, `appended` those whose pages follow its own.
    """

    title: str
    author: str
    running: str
    made_at: datetime
    file_name: str
    policy: str = ""
    foot: str = ""
    fingerprint: str = ""
    pictures: tuple[Kept, ...] = ()
    attached: tuple[Attached, ...] = ()
    appended: tuple[Appended, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DocumentKind:
    """A kind of document, called `app.noun`.

    `build` reads what fills the template and refuses with a sentence what cannot be made. `permission` says who may
    order it about a person, and who beside that person may read it; a kind made of a thing of the model `subject`
    ("app.Model") is judged on that thing. `parts` are templates the template includes: they count for its version.
    `tells_readers` is False where the person it is about must not learn who reads it; reading is noted all the same.

    A thing of nobody in particular (a meeting) makes a document of whoever had it made. She reads it as long as
    `permission` holds and `still` says, of the thing's id and the moment it was made, that it is still for her.
    """

    name: str
    title: str
    template: str
    build: Callable[[Asked], DocumentContent]
    permission: str
    variant: str = TAGGED
    subject: str = ""
    parts: tuple[str, ...] = ()
    stylesheets: tuple[str, ...] = (STYLESHEET,)
    tells_readers: bool = True
    still: Callable[[Actor, int | None, datetime], bool] | None = None


_kinds: dict[str, DocumentKind] = {}


def declare(*kinds: DocumentKind) -> None:
    """Make kinds known; a name declared twice is a bug."""
    for kind in kinds:
        if kind.name in _kinds:
            raise RuntimeError(f"Two kinds of documents are called {kind.name}.")
        _kinds[kind.name] = kind


def kind_called(name: str) -> DocumentKind:
    """The kind of this name; asking for an unknown one is a bug."""
    return _kinds[name]
