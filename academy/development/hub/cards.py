"""The register of cards on the page of one's own development. A noun declares what its card says; nobody else may know.

def _plan(actor: Actor) -> list[Card]: ...
declare(CardSource(key="development.plan", order=10, read=_plan))
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from academy.identity.actor import Actor
from academy.ui.states import State


@dataclass(frozen=True, kw_only=True)
class Card:
    """One thing at a glance: what it is, how it stands in a sentence, the day that comes next, and where it opens.

    `button` with `button_url` is the one next step, where there is one; `more` are further places, words and address.
    """

    title: str
    url: str
    says: str
    state: State | None = None
    due_on: date | None = None
    due_words: str = "Due"
    button: str = ""
    button_url: str = ""
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class CardSource:
    """Where cards come from: `read` returns those that concern the actor, in a number of queries that does not grow."""

    key: str
    order: int
    read: Callable[[Actor], list[Card]]


_declared: dict[str, CardSource] = {}


def declare(*sources: CardSource) -> None:
    """Make sources known; a key declared twice is a bug."""
    for source in sources:
        if source.key in _declared:
            raise RuntimeError(f"Two sources of cards are called {source.key}.")
        _declared[source.key] = source


def cards_for(actor: Actor) -> list[Card]:
    """Everything that concerns the actor, in the order declared; ties by key."""
    ordered = sorted(_declared.values(), key=lambda source: (source.order, source.key))
    return [card for source in ordered for card in source.read(actor)]
