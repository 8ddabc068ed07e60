"""What is coming up: each app declares the days ahead it knows of for somebody. A duty is an item; this is a diary."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from academy.identity.actor import Actor
from academy.ui.lists import Day

FindDays = Callable[[Actor, date], list[Day]]


@dataclass(frozen=True)
class DayProvider:
    """Finds days for an actor from her day to a last day, in a constant number of queries. `key` is `app.noun`."""

    key: str
    find: FindDays


_declared: dict[str, DayProvider] = {}


def declare_days(provider: DayProvider) -> DayProvider:
    """Make a provider known; a key declared twice is a bug."""
    if provider.key in _declared:
        raise RuntimeError(f"Two providers of days are called {provider.key}.")
    _declared[provider.key] = provider
    return provider


def days_ahead(actor: Actor, *, days: int) -> list[Day]:
    """Everything known for the actor from her day on for so many days, soonest first."""
    until = actor.on + timedelta(days=days)
    found = [day for key in sorted(_declared) for day in _declared[key].find(actor, until)]
    return sorted((day for day in found if actor.on <= day.on <= until), key=lambda day: (day.on, day.what))
