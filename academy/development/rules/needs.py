"""Counting learning needs without names: what few people need is not told, because they could be guessed. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

# Below this number nothing is told of a need (small numbers, rules.md 7).
FEW = 3


@dataclass(frozen=True)
class Needed:
    """A need in the words most people wrote it in, with how many people need it and how many of them still do."""

    title: str
    people: int
    unmet: int


@dataclass(frozen=True)
class NeedsTold:
    """The needs of enough people, the most needed first; of the others only how many different ones there are."""

    shown: tuple[Needed, ...]
    hidden: int


def needs_told(rows: Iterable[tuple[str, int, bool]]) -> NeedsTold:
    """Needs as title, person and whether it is met, put together by their words without regard to case or spaces.

    A person counts once for a need. Few who still need it are told as 0 only where nobody does.
    """
    words: dict[str, dict[str, int]] = {}
    people: dict[str, dict[int, bool]] = {}
    for title, person_id, is_met in rows:
        plain = " ".join(title.split())
        key = plain.casefold()
        spelt = words.setdefault(key, {})
        spelt[plain] = spelt.get(plain, 0) + 1
        met = people.setdefault(key, {})
        met[person_id] = met.get(person_id, True) and is_met
    found = [
        Needed(_most_written(words[key]), len(met), sum(1 for each in met.values() if not each))
        for key, met in people.items()
    ]
    shown = sorted((each for each in found if each.people >= FEW), key=lambda each: (-each.people, each.title))
    return NeedsTold(tuple(shown), len(found) - len(shown))


def unmet_words(needed: Needed) -> str:
    """How many still need it, as far as it may be told: a few of many could be guessed, and so could all but a few."""
    if needed.unmet in (0, needed.people):
        return str(needed.unmet)
    if needed.unmet < FEW or needed.people - needed.unmet < FEW:
        return "not told"
    return str(needed.unmet)


def _most_written(spelt: dict[str, int]) -> str:
    return min(spelt, key=lambda words: (-spelt[words], words))
