"""Kinds of policy an academy lead publishes at /settings/policies/: each app declares its own in its `publishing`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from pydantic import BaseModel

from academy.engines.reference.models.version import Version
from academy.engines.reference.reading import Misplaced
from academy.identity.actor import Actor
from academy.identity.models import Organisation

# What stands at the head of every text, whatever it is about.
HEAD = ("organisation", "code", "valid_from", "valid_to")


class Publish(Protocol):
    """The command that publishes a version of a kind."""

    def __call__(self, *, organisation: Organisation, content: Any, by: Actor, at: datetime) -> Version: ...


@dataclass(frozen=True)
class Preview:
    """What staff will see: a template that is drawn inside the page, and what it shows."""

    template: str
    context: Mapping[str, Any]


@dataclass(frozen=True)
class Seen:
    """For whom a preview is drawn: the organisation, and the first day the text would hold."""

    organisation: Organisation
    on: date


def nothing_unknown(file: Any) -> Iterable[Misplaced]:
    """For texts that name only what their schema knows."""
    return ()


def kept_content(version: Any) -> Mapping[str, Any]:
    """What a version says, where it keeps that as `content` in the shape of its text."""
    content: Mapping[str, Any] = version.content
    return content


@dataclass(frozen=True, kw_only=True)
class PublishedKind:
    """A kind of policy: how it is called, what its text may say, and how a version is published.

    `code` stands in addresses. `words` and `about` are for the list. `schema` has organisation, code, valid_from and
    valid_to beside what the policy says, and every field the model names in `SERIES`. `publish` is the app's command,
    which judges `permission` itself. `unknown` finds names in a text that are nobody's. `says` gives what a version
    says in the words of the schema, without the head. `preview` draws a text as staff will see it; without one it is
    told as an outline. `concerns` says for whom a new version holds, `keeps` what stays under the version it began
    with; both are sentences. `example` is a commented text to begin from where nothing holds yet.
    """

    code: str
    words: str
    about: str
    concerns: str
    keeps: str
    model: type[Version]
    schema: type[BaseModel]
    publish: Publish
    permission: str
    order: int = 50
    unknown: Callable[[Any], Iterable[Misplaced]] = nothing_unknown
    says: Callable[[Any], Mapping[str, Any]] = kept_content
    preview: Callable[[Any, Seen], Preview] | None = None
    example: str = ""
    apart: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """`apart` are the fields by which versions are told apart that hold beside each other."""
        object.__setattr__(self, "apart", tuple(name for name in self.model.SERIES if name != "organisation"))

    def line(self, said: Any) -> tuple[Any, ...]:
        """Which of several lines of versions a version or a text belongs to; versions of one line follow each other."""
        return tuple(getattr(said, name) for name in self.apart)


_kinds: dict[str, PublishedKind] = {}


def declare_published(*kinds: PublishedKind) -> None:
    """Make kinds known; a code declared twice is a bug."""
    for kind in kinds:
        if kind.code in _kinds:
            raise RuntimeError(f"Two kinds of policy are called {kind.code}.")
        _kinds[kind.code] = kind


def published_kinds() -> list[PublishedKind]:
    """Every kind in the order of the list."""
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.words))


def published_kind(code: str) -> PublishedKind | None:
    """The kind of this code; None where there is none."""
    return _kinds.get(code)
