"""So many calendar months since something began that still holds."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import GRADE, POST, family_of
from academy.engines.requirements.cases import Case
from academy.engines.requirements.coming import awaited
from academy.engines.requirements.dates import in_words, months_later, number_of
from academy.engines.requirements.kinds.part import Key, Kind, Months, Words
from academy.engines.requirements.results import Result, Standing
from academy.engines.requirements.spans import Span, together


class MonthsSince(Kind):
    """So many months since something began that still holds: a registration, a post."""

    of: Annotated[Key, Field(description="What began.")]
    least: Annotated[Months, Field(description="How many months it is to have lasted.")]
    what: Annotated[Words, Field(description="What it is called after “months since”.")]

    def keys(self, home: str) -> frozenset[str]:
        return frozenset({self.of})

    @property
    def counts_service(self) -> bool:
        return family_of(self.of) in (POST, GRADE)

    def judge(self, case: Case) -> Result:
        held = [fact for fact in case.known(self.of) if fact.holds_on(case.on)]
        coming = awaited(case.expected(self.of), on=case.on)
        spans = self._spans([*held, *coming.to_come])
        first = min(held, key=lambda fact: fact.on, default=None)
        if first is None:
            return Result(
                what=self._what,
                says=coming.says or "It has not begun yet.",
                standing=Standing.IN_PROGRESS if coming else Standing.NOT_YET,
                foreseen=spans,
            )
        begun = f"Begun on {in_words(first.on)}"
        now = next((span for span in self._spans(held) if span.holds(case.on)), None)
        if now is None:
            says = f"{begun}; reached on {in_words(months_later(first.on, self.least))}."
            return Result(what=self._what, says=says, standing=Standing.IN_PROGRESS, foreseen=spans)
        return Result(
            what=self._what,
            says=f"{begun}.",
            # that what it is counted from runs out is told where that is asked for itself
            standing=Standing.MET,
            since=now.first,
            until=now.last,
            facts=(first,),
            foreseen=spans,
        )

    @property
    def _what(self) -> str:
        return f"{number_of(self.least, 'month')} since {self.what}"

    def _spans(self, facts: Sequence[Fact]) -> tuple[Span, ...]:
        reached = [Span(months_later(fact.on, self.least), fact.until) for fact in facts]
        return together([[span] for span in reached], least=1)
