"""What a requirement is judged from: somebody's facts, the day, and the words for what they are about. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from academy.engines.facts.facts import Fact


@dataclass(frozen=True)
class Wording:
    """What the thing a key names is called, and where the next step towards it is taken."""

    title: str
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class Case:
    """One person's facts on a day. `home` is the organisation whose rules are read: a code without one is its own.

    What runs out within `soon_days` is told as running out soon. Facts of days to come are put aside; for a what-if
    they are added and the day is moved.
    """

    on: date
    facts: tuple[Fact, ...]
    home: str = ""
    soon_days: int = 60
    words: Mapping[str, Wording] = field(default_factory=dict)

    def read_at(self, home: str, *, soon_days: int) -> "Case":
        """The same facts, judged by the rules of this organisation."""
        return replace(self, home=home, soon_days=soon_days)

    def known(self, key: str) -> tuple[Fact, ...]:
        """The facts of a key that are so by the day, in or out of date."""
        return tuple(fact for fact in self.facts if fact.key == key and fact.on <= self.on)

    def wording(self, key: str) -> Wording:
        """The words for a key; a thing nobody named is called by its code."""
        return self.words.get(key) or Wording(key.rpartition(":")[2].rpartition("/")[2].replace("-", " ").capitalize())

    def is_soon(self, until: date | None) -> bool:
        """Does what holds until that day run out soon?"""
        return until is not None and until <= self.on + timedelta(days=self.soon_days)


def qualified(code: str, *, home: str) -> str:
    """A code with its organisation: `bexley/mca` as it is, `mca` as the home organisation's."""
    return code if "/" in code or not home else f"{home}/{code}"
