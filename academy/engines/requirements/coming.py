"""What is expected, and what was and has not come, in words. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from academy.engines.facts.facts import Fact
from academy.engines.requirements.dates import in_words


@dataclass(frozen=True)
class Awaited:
    """The expected facts that do not count yet: those to come, the earliest first, and those whose day has gone by.

    Either puts a requirement in progress. What should have come is told, and nothing says when it will.
    """

    to_come: tuple[Fact, ...]
    overdue: tuple[Fact, ...]

    def __bool__(self) -> bool:
        return bool(self.to_come or self.overdue)

    @property
    def says(self) -> str:
        """What comes next, as the app says it that knows; where nothing has a day, what should have come last."""
        if self.to_come:
            return _sentence(self.to_come[0], "expected on")
        return _sentence(self.overdue[-1], "was expected on") if self.overdue else ""


def awaited(expected: Iterable[Fact], *, on: date) -> Awaited:
    """What is expected from the day on, and before it."""
    facts = sorted(expected, key=lambda fact: fact.on)
    return Awaited(tuple(fact for fact in facts if fact.on >= on), tuple(fact for fact in facts if fact.on < on))


def joined(*sentences: str) -> str:
    """These sentences, without those that say nothing."""
    return " ".join(sentence for sentence in sentences if sentence)


def _sentence(fact: Fact, expected_on: str) -> str:
    """With its day, unless the app has said that."""
    day, source = in_words(fact.on), fact.source.rstrip(".")
    if not source:
        return f"{expected_on[0].upper()}{expected_on[1:]} {day}."
    return f"{source}." if day in source else f"{source}; {expected_on} {day}."
