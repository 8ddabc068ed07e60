"""Kinds of document: each app declares its own, with a template, what fills it, and who may have it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from academy.identity.actor import Actor

# The job that makes documents of every kind.
MAKE = "documents.document.make"
# Accessible PDF (ISO 14289-1), for everything people read.
TAGGED = "pdf/ua-1"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Who asked for a document about whom, when it is made, and what was chosen (codes, dates and numbers)."""

    person_id: int
    by: Actor
    at: datetime
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class DocumentContent:
    """What a template is filled with; each kind has a frozen subclass.

    `title` and `author` stand in the document's properties, `running` at the top of every page; `file_name` names the
    file without its ending; `policy` is the version of the policy it rests on, if any.
    """

    title: str
    author: str
    running: str
    made_at: datetime
    file_name: str
    policy: str = ""


@dataclass(frozen=True, kw_only=True)
class DocumentKind:
    """A kind of document, called `app.noun`.

    `build` reads what fills the template and refuses with a sentence what cannot be made. `permission` says who may
    order it about a person, and who beside that person may read it.
    """

    name: str
    title: str
    template: str
    build: Callable[[Asked], DocumentContent]
    permission: str
    variant: str = TAGGED


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
