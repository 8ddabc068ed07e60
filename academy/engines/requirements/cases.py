"""What a requirement is judged from: somebody's facts, the day, and the words for what they are about. Pure."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import family_of


@dataclass(frozen=True)
class Wording:
    """What the thing a key names is called, and in words and with its page the next step towards it."""

    title: str
    link: str = ""
    action: str = ""


@dataclass(frozen=True)
class Step:
    """The next step towards something and where it is taken; empty where nothing is to be done."""

    action: str = ""
    link: str = ""


class FactIndex:
    """Facts by their key, and by the family it belongs to; made once, and shared by every case of the same facts."""

    def __init__(self, facts: tuple[Fact, ...]) -> None:
        self.facts = facts
        self._by_key: dict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            self._by_key[fact.key].append(fact)
            if (family := family_of(fact.key)) != fact.key:
                self._by_key[family].append(fact)

    def of(self, key: str) -> list[Fact]:
        """The facts of a key; of the whole family for a key without `:`."""
        return self._by_key.get(key, [])


NOTHING = FactIndex(())


@dataclass(frozen=True, kw_only=True)
class Case:
    """One person's facts on a day. `home` is the organisation whose rules are read: a code without one is its own.

    What runs out within `soon_days` is told as running out soon. Facts of days to come are put aside until the case is
    asked about their day. What is only expected counts where the case `looks_ahead`, from its day on, and never else.
    """

    on: date
    facts: tuple[Fact, ...]
    home: str = ""
    soon_days: int = 60
    words: Mapping[str, Wording] = field(default_factory=dict)
    looks_ahead: bool = False
    index: FactIndex = field(default=NOTHING, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.index.facts is not self.facts:
            object.__setattr__(self, "index", FactIndex(self.facts))

    def read_at(self, home: str, *, soon_days: int) -> "Case":
        """The same facts, judged by the rules of this organisation."""
        return replace(self, home=home, soon_days=soon_days)

    def at(self, day: date) -> "Case":
        """The same facts on another day."""
        return replace(self, on=day)

    def ahead(self, day: date) -> "Case":
        """The same facts on a day to come, on which what is expected by then has come."""
        return replace(self, on=day, looks_ahead=True)

    def supposing(self, *facts: Fact) -> "Case":
        """These facts too: what if. This case stays as it is, and nothing is kept anywhere."""
        return replace(self, facts=(*self.facts, *facts))

    def known(self, key: str) -> list[Fact]:
        """The facts of a key that are so by the day, in or out of date; a key without `:` asks for all of a family."""
        return [fact for fact in self.index.of(key) if self._counts(fact)]

    def expected(self, key: str) -> list[Fact]:
        """The facts of a key that are expected and do not count yet, also those whose day has gone by."""
        return [fact for fact in self.index.of(key) if fact.expected and not self._counts(fact)]

    def wording(self, key: str) -> Wording:
        """The words for a key; a thing nobody named is called by its code."""
        return self.words.get(key) or Wording(key.rpartition(":")[2].rpartition("/")[2].replace("-", " ").capitalize())

    def step(self, key: str, *, action: str = "", link: str = "") -> Step:
        """The next step towards what a key names: as its app says, unless the rule itself says."""
        said = self.words.get(key)
        return Step(action or (said.action if said else ""), link or (said.link if said else ""))

    def is_soon(self, until: date | None) -> bool:
        """Does what holds until that day run out soon?"""
        return until is not None and until <= self.on + timedelta(days=self.soon_days)

    def _counts(self, fact: Fact) -> bool:
        return fact.on <= self.on and (self.looks_ahead or not fact.expected)


def qualified(code: str, *, home: str) -> str:
    """A code with its organisation: `bexley/mca` as it is, `mca` as the home organisation's."""
    return code if "/" in code or not home else f"{home}/{code}"
