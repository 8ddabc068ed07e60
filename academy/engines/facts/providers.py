"""Where facts come from: each app declares which families it knows and how they are found for many people at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Protocol

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import family_of


class Finder(Protocol):
    """Finds what is so of these people by the day, of the keys asked for, in a constant number of queries."""

    def __call__(self, person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterable[Fact]: ...


_finders: dict[str, Finder] = {}


def provide(families: Iterable[str], finder: Finder) -> None:
    """Make known who finds these families of facts; a family provided twice is a bug."""
    for family in families:
        if family in _finders:
            raise RuntimeError(f"Two providers of facts are called {family}.")
        _finders[family] = finder


def provided() -> tuple[str, ...]:
    """Every family somebody provides, by name."""
    return tuple(sorted(_finders))


def facts_of(person_ids: Collection[int], *, on: date, keys: Collection[str]) -> dict[int, tuple[Fact, ...]]:
    """What is so of each of these people by the day, of the keys asked for; a key without `:` asks for all of a family.

    As many queries for many people as for one. Asking for a family nobody provides is a bug.
    """
    asked: dict[Finder, list[str]] = defaultdict(list)
    for key in sorted(set(keys)):
        asked[_finders[family_of(key)]].append(key)
    found: dict[int, list[Fact]] = {person_id: [] for person_id in person_ids}
    for finder, wanted in asked.items():
        for fact in finder(person_ids, on=on, keys=wanted):
            found[fact.person].append(fact)
    return {person_id: tuple(facts) for person_id, facts in found.items()}
