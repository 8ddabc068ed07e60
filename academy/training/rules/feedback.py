"""Feedback on an event: how useful it was, what is taken along, what would make it better. Totals, never names."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

# Below this number nothing is told: who attended could be guessed (small numbers, rules.md 7).
FEW = 3
# So long after an event somebody is asked for it.
ASKED_FOR = timedelta(days=28)
USEFUL = {4: "Very", 3: "Mostly", 2: "A little", 1: "Not at all"}


@dataclass(frozen=True)
class Given:
    """What one person said, without who she is."""

    useful: int
    takes_along: str
    better: str


@dataclass(frozen=True)
class Summary:
    """What everybody said: how many of how many, answers by how useful it was, and the words in an order of no one."""

    given: int
    attended: int
    answers: tuple[tuple[str, int], ...] = ()
    takes_along: tuple[str, ...] = ()
    better: tuple[str, ...] = ()

    @property
    def is_told(self) -> bool:
        """Have enough people said something for it to be read?"""
        return self.given >= FEW


def summary_of(given: Sequence[Given], *, attended: int) -> Summary:
    """The totals and texts; nothing but the number while fewer than three have said something."""
    if len(given) < FEW:
        return Summary(len(given), attended)
    times = Counter(each.useful for each in given)
    return Summary(
        given=len(given),
        attended=attended,
        answers=tuple((words, times[value]) for value, words in USEFUL.items()),
        takes_along=tuple(sorted(each.takes_along for each in given if each.takes_along)),
        better=tuple(sorted(each.better for each in given if each.better)),
    )


def asked_until(ended_on: date) -> date:
    """The last day somebody is asked for feedback on an event that ended then."""
    return ended_on + ASKED_FOR
