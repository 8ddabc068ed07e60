"""The 70:20:10 balance. A guide, never a rule: nothing is refused or scored because of it (S0-12, D4-30). Pure.

It counts entries, one each. Hours never weigh in it: they are optional, and a count of hours would reward writing them.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from academy.development.choices import Way

# How far, in per cent, every share may lie from the guide and still be called close to it.
CLOSE_WITHIN = 10
# Fewer people than this are never shown together: the numbers would tell of one of them (D7-11).
FEWEST_PEOPLE = 5
# Into so many equal steps the shares of several people are rounded: 5 per cent each.
STEPS = 20


@dataclass(frozen=True)
class Shares:
    """The shares a policy suggests, in per cent; together 100."""

    experience: int = 70
    others: int = 20
    formal: int = 10

    def __post_init__(self) -> None:
        if self.experience + self.others + self.formal != 100:
            raise ValueError("The three shares are 100 together.")

    def of(self, way: Way) -> int:
        return {Way.EXPERIENCE: self.experience, Way.OTHERS: self.others, Way.FORMAL: self.formal}[way]


@dataclass(frozen=True)
class Balance:
    """How many entries were learnt in each way."""

    experience: int = 0
    others: int = 0
    formal: int = 0

    @property
    def total(self) -> int:
        return self.experience + self.others + self.formal

    def of(self, way: Way) -> int:
        return {Way.EXPERIENCE: self.experience, Way.OTHERS: self.others, Way.FORMAL: self.formal}[way]


def balance_of(ways: Iterable[str]) -> Balance:
    """The balance of entries, each named by its way of learning. Refuses an unknown way with ValueError."""
    counts = Counter(Way(way) for way in ways)
    return Balance(counts[Way.EXPERIENCE], counts[Way.OTHERS], counts[Way.FORMAL])


def balance_sentence(balance: Balance, *, guide: Shares) -> str:
    """How the mix lies to the guide, without a judgement."""
    if balance.total == 0:
        return "Nothing is kept in this time yet."
    if all(abs(100 * balance.of(way) / balance.total - guide.of(way)) <= CLOSE_WITHIN for way in Way):
        return "Close to the guide. It is a guide only; nothing is refused because of it."
    return "Your own mix, beside the guide. It is a guide only; nothing is refused because of it."


def in_fives(balance: Balance) -> Balance:
    """The shares of several people together, in per cent, in steps of five that add up to 100: close enough to talk
    about, and too coarse to tell that one of them wrote something yesterday (D7-11). Nothing stays nothing.
    """
    if balance.total == 0:
        return balance
    exact = {way: STEPS * balance.of(way) / balance.total for way in Way}
    steps = {way: int(share) for way, share in exact.items()}
    by_remainder = sorted(Way, key=lambda way: steps[way] - exact[way])
    for way in by_remainder[: STEPS - sum(steps.values())]:
        steps[way] += 1
    return Balance(*(steps[way] * 100 // STEPS for way in (Way.EXPERIENCE, Way.OTHERS, Way.FORMAL)))


def mix_sentence(balance: Balance) -> str:
    """The numbers in words: "Mix: 9 by experience, 3 from others and 2 formal, of 14." """
    return (
        f"Mix: {balance.experience} by experience, {balance.others} from others and {balance.formal} formal,"
        f" of {balance.total}."
    )
