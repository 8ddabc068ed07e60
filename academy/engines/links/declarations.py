"""Purposes of links: each app declares what somebody may do by a one-time link, and on which page."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class LinkPurpose:
    """`app.noun.verb`-like name (letters, digits and hyphens), what it lets one do, and the public page for it.

    `url_name` is the address of that page; it takes the id of the subject and descends from `LinkPage`.
    """

    name: str
    says: str
    url_name: str

    def url_for(self, subject_id: str) -> str:
        return reverse(self.url_name, args=[subject_id])


_declared: dict[str, LinkPurpose] = {}


def declare(purpose: LinkPurpose) -> LinkPurpose:
    """Make a purpose known; a name declared twice is a bug."""
    if purpose.name in _declared:
        raise RuntimeError(f"Two purposes of links are called {purpose.name}.")
    _declared[purpose.name] = purpose
    return purpose


def purpose_called(name: str) -> LinkPurpose:
    """The purpose of that name; one nobody declares is a bug."""
    return _declared[name]


def declared() -> Iterator[LinkPurpose]:
    """Every purpose, by name."""
    return iter(_declared[name] for name in sorted(_declared))
