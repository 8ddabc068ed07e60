"""Where items come from: each app declares who of its things wait for whom. The engine knows no app."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from academy.engines.worklist.items import Item
from academy.identity.actor import Actor

Find = Callable[[Actor, date], list[Item]]


@dataclass(frozen=True)
class Provider:
    """Finds items for an actor on a day, in a number of queries that does not grow with the items.

    `key` is `app.noun`. `waits_on_others` marks a provider of what the actor waits for from somebody else: shown to her
    apart, and not counted as hers to do.
    """

    key: str
    find: Find
    waits_on_others: bool = False


_declared: dict[str, Provider] = {}


def declare(provider: Provider) -> Provider:
    """Make a provider known; a key declared twice is a bug."""
    if provider.key in _declared:
        raise RuntimeError(f"Two worklist providers are called {provider.key}.")
    _declared[provider.key] = provider
    return provider


def declared() -> list[Provider]:
    """Every provider, by key."""
    return [_declared[key] for key in sorted(_declared)]
