"""A least number of something, ever or within so many months."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import Annotated

from pydantic import Field

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case
from academy.engines.requirements.dates import in_words, last_day
from academy.engines.requirements.kinds.part import Key, Kind, Months, Words
from academy.engines.requirements.results import Result, Standing


class CountOf(Kind):
    """`count: {of: development.entry, least: 4, within_months: 12, what: pieces of CPD}`.

    What happened within the months counts, to the same day of the month; quantities are added up.
    """

    of: Key
    least: Annotated[int, Field(ge=1, le=1000)]
    what: Words
    within_months: Months | None = None

    def keys(self, home: str) -> frozenset[str]:
        return frozenset({self.of})

    def judge(self, case: Case) -> Result:
        counting = [(fact, until) for fact, until in self._dated(case) if until is None or case.on <= until]
        total = sum((fact.quantity for fact, _ in counting), Decimal(0))
        if total < self.least:
            return Result(what=self._what, says=self._missing(total), standing=Standing.NOT_YET)
        until = self._until(counting)
        is_soon = case.is_soon(until)
        return Result(
            what=self._what,
            says=f"Enough until {in_words(until)}." if until else "There are enough.",
            standing=Standing.SOON if is_soon else Standing.MET,
            since=self._since([fact for fact, _ in counting]),
            until=until,
            facts=tuple(fact for fact, _ in counting),
        )

    @property
    def _what(self) -> str:
        span = f" within {self.within_months} months" if self.within_months else ""
        return f"At least {self.least} {self.what}{span}"

    def _missing(self, total: Decimal) -> str:
        return f"{self.least - total:g} more needed; {total:g} so far."

    def _dated(self, case: Case) -> list[tuple[Fact, date | None]]:
        return [(fact, last_day(fact.on, fact.until, months=self.within_months)) for fact in case.known(self.of)]

    def _until(self, counting: Sequence[tuple[Fact, date | None]]) -> date | None:
        """The last day on which enough of them count."""
        days = sorted(counting, key=lambda each: each[1] or date.max, reverse=True)
        return self._reached([(fact.quantity, until) for fact, until in days])

    def _since(self, facts: Sequence[Fact]) -> date | None:
        """The day on which there were enough."""
        return self._reached([(fact.quantity, fact.on) for fact in sorted(facts, key=lambda fact: fact.on)])

    def _reached(self, steps: Sequence[tuple[Decimal, date | None]]) -> date | None:
        totals = accumulate(quantity for quantity, _ in steps)
        return next(day for total, (_, day) in zip(totals, steps, strict=True) if total >= self.least)
