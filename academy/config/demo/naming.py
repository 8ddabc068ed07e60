"""Names of invented people, none of them twice."""

from collections import deque
from collections.abc import Iterable

from academy.config.demo import reading
from academy.config.demo.dice import Dice

# Nobody bears the family name of one of so many people before her: teams of cousins read oddly.
APART = 20


class Namer:
    """Gives out names; those of the cast are taken from the start."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._recent: deque[str] = deque(maxlen=APART)
        self._dice = Dice("names")
        self._communities = reading.names()

    def name(self) -> tuple[str, str]:
        """A given and a family name nobody has had."""
        while True:
            community = self._community()
            given, family = self._dice.pick(community.given), self._dice.pick(community.family)
            if f"{given} {family}" not in self._taken and family not in self._recent:
                self._taken.add(f"{given} {family}")
                self._recent.append(family)
                return given, family

    def claim(self, full_name: str) -> tuple[str, str]:
        """A name of the data, so that it is not given out again."""
        self._taken.add(full_name)
        return split(full_name)

    def _community(self) -> reading.Names:
        mark = self._dice.below(sum(community.share for community in self._communities))
        for community in self._communities:
            mark -= community.share
            if mark < 0:
                return community
        return self._communities[0]


def split(full_name: str) -> tuple[str, str]:
    """Given and family name: the first word and the rest."""
    given, _, family = full_name.partition(" ")
    return given, family


def address(given: str, family: str, organisation: str) -> str:
    """A work address under a domain that can never exist."""
    local = f"{given}.{family}".lower()
    plain = "".join(letter if letter.isascii() and (letter.isalnum() or letter in ".-") else "" for letter in local)
    return f"{plain}@{organisation}.example"
