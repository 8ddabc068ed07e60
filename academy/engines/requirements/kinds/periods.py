"""Something that is asked so many times in each of several periods, counted back from the day. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from academy.engines.facts.facts import Fact
from academy.engines.requirements.dates import from_to, months_later
from academy.engines.requirements.spans import DAY, Span, Weighted, enough, together


@dataclass(frozen=True)
class Periods:
    """So many in each of a number of periods, each so many months long; the last of them ends on the day.

    What happened counts in its period, whether or not it has run out since.
    """

    least: int
    months: int
    number: int

    def last_day(self, fact: Fact) -> date:
        """The last day on which it counts in any of them."""
        return months_later(fact.on, self.months * self.number)

    def spans(self, facts: Sequence[Fact]) -> tuple[Span, ...]:
        """The stretches on which every period that ends there holds enough."""
        return together(list(self._of_each(facts)), least=self.number)

    def missing(self, facts: Sequence[Fact], on: date) -> str:
        """The first period that lacks something on the day, with its days, and how many there are that do not."""
        held = [any(span.holds(on) for span in spans) for spans in self._of_each(facts)]
        if all(held):
            return ""
        back = max(number for number, is_held in enumerate(held) if not is_held)
        number = sum((fact.quantity for fact in facts if self._days_in(fact, back).holds(on)), Decimal(0))
        first, last = months_later(on, -self.months * (back + 1)), months_later(on, -self.months * back)
        return (
            f"{number:g} {from_to(first, last - DAY if back else last)}; {sum(held)} of {self.number} periods are held."
        )

    def _of_each(self, facts: Sequence[Fact]) -> Iterator[tuple[Span, ...]]:
        """The stretches on which each period holds enough, the present one first."""
        for back in range(self.number):
            counted: list[Weighted] = [(self._days_in(fact, back), fact.quantity) for fact in facts]
            yield enough(counted, least=self.least)

    def _days_in(self, fact: Fact, back: int) -> Span:
        """The days on which it lies in the period so many before the present one."""
        first = months_later(fact.on, self.months * back) + DAY if back else fact.on
        return Span(first, months_later(fact.on, self.months * (back + 1)))
