"""Where facts come from: apps make known which families they find, and how, for many people at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from academy.engines.facts.facts import Fact
from academy.engines.facts.families import is_declared
from academy.engines.facts.keys import family_of


class Finder(Protocol):
    """Finds what is so of these people by the day, of the keys asked for, in a constant number of queries.

    Always in the same order, and nothing that the person, her manager or her academy may not know (see `Fact`).
    """

    def __call__(self, person_ids: Collection[int], *, on: date, keys: Collection[str]) -> Iterable[Fact]: ...


@dataclass(frozen=True)
class Provider:
    """That an app finds facts of a family; `foretells`: it finds only what is expected after the day."""

    family: str
    app: str
    finder: Finder
    foretells: bool = False


_providers: list[Provider] = []


def provide(families: Iterable[str], finder: Finder, *, app: str, foretells: bool = False) -> None:
    """Make known that an app finds facts of these families. Others may find some too; a finder given twice is a bug."""
    for family in families:
        if any(each.finder is finder for each in providers_of(family)):
            raise RuntimeError(f"{app} provides facts called {family} twice by the same finder.")
        _providers.append(Provider(family, app, finder, foretells))


def providers_of(family: str) -> tuple[Provider, ...]:
    """Who finds facts of a family; nobody where it is declared for later."""
    return tuple(each for each in _providers if each.family == family)


def provided() -> tuple[str, ...]:
    """Every family somebody finds, by name."""
    return tuple(sorted({each.family for each in _providers}))


def facts_of(
    person_ids: Collection[int], *, on: date, keys: Collection[str], expected: bool = True
) -> dict[int, tuple[Fact, ...]]:
    """What is so of each of these people by the day, of the keys asked for; a key without `:` asks for all of a family.

    With `expected` also what is to come, as facts that say so; whoever judges the day alone saves their queries. As
    many queries for many people as for one. Nothing is known of a family that is declared and not found by anybody yet;
    asking for one nobody declares is a bug.
    """
    asked: dict[Finder, list[str]] = defaultdict(list)
    for key in sorted(set(keys)):
        for finder in _finders(family_of(key), expected=expected):
            asked[finder].append(key)
    found: dict[int, list[Fact]] = {person_id: [] for person_id in person_ids}
    for finder, wanted in asked.items():
        for fact in finder(person_ids, on=on, keys=wanted):
            found[fact.person].append(fact)
    return {person_id: tuple(facts) for person_id, facts in found.items()}


def _finders(family: str, *, expected: bool) -> Iterator[Finder]:
    if not is_declared(family):
        raise KeyError(f"No app declares facts called {family}.")
    return (each.finder for each in providers_of(family) if expected or not each.foretells)
