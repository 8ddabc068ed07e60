"""A least number of something, ever, within so many months, or in every so many months of a longer time."""

from collections.abc import Sequence
from typing import Annotated, Self

from pydantic import Field, model_validator

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case
from academy.engines.requirements.dates import last_day, number_of
from academy.engines.requirements.kinds.amounts import Wanted, amount
from academy.engines.requirements.kinds.part import Key, Kind, Least, Months, Relations, Words
from academy.engines.requirements.kinds.periods import Periods
from academy.engines.requirements.results import Result


class CountOf(Kind):
    """At least so many of something, ever or within so many months; or in every so many months, through a longer time.

    What happened within the months counts, to the same day of the month; quantities are added up.
    """

    of: Annotated[Key, Field(description="What is counted.")]
    least: Annotated[Least, Field(description="How many there are to be.")]
    what: Annotated[Words, Field(description="What they are called after their number; it also says by whom.")]
    within_months: Annotated[Months | None, Field(description="Only what happened in the last so many months.")] = None
    per_months: Annotated[Months | None, Field(description="So many in each of these months.")] = None
    through_months: Annotated[Months | None, Field(description="Through so many months; goes with per_months.")] = None
    by: Annotated[Relations | None, Field(description="Only what one of these did or said.")] = None

    @model_validator(mode="after")
    def _one_way_of_counting(self) -> Self:
        if (self.per_months is None) != (self.through_months is None):
            raise ValueError("per_months and through_months go together; say both, or neither.")
        if self.per_months is None or self.through_months is None:
            return self
        if self.within_months is not None:
            raise ValueError("say within_months, or per_months with through_months; not both.")
        if self.through_months % self.per_months:
            raise ValueError(f"through_months has to be {self.per_months} months, or a number of times that.")
        return self

    def keys(self, home: str) -> frozenset[str]:
        return frozenset({self.of})

    def judge(self, case: Case) -> Result:
        known, expected = self._by(case.known(self.of)), self._by(case.expected(self.of))
        wanted = self._in_periods(known, case) or Wanted(
            what=f"{self._what} within {number_of(self.within_months, 'month')}" if self.within_months else self._what,
            least=self.least,
            last_day=lambda fact: last_day(fact.on, fact.until, months=self.within_months),
            step=case.step(self.of),
        )
        return amount(case, known, expected, wanted=wanted)

    @property
    def _what(self) -> str:
        return f"At least {self.least} {self.what}"

    def _in_periods(self, known: Sequence[Fact], case: Case) -> Wanted | None:
        if self.per_months is None or self.through_months is None:
            return None
        periods = Periods(self.least, self.per_months, self.through_months // self.per_months)
        each, through = number_of(self.per_months, "month"), number_of(self.through_months, "month")
        return Wanted(
            what=f"{self._what} in every {each} of the last {through}",
            least=self.least,
            last_day=periods.last_day,
            spans=periods.spans,
            missing=periods.missing(known, case.on),
            step=case.step(self.of),
        )

    def _by(self, facts: Sequence[Fact]) -> Sequence[Fact]:
        return facts if self.by is None else [fact for fact in facts if fact.by_relation in self.by]
