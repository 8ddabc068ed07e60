"""Academic credits at a level or above."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from academy.engines.facts.facts import Fact
from academy.engines.facts.keys import CREDITS
from academy.engines.requirements.cases import Case
from academy.engines.requirements.kinds.amounts import Wanted, amount
from academy.engines.requirements.kinds.part import Key, Kind, Least, Words
from academy.engines.requirements.results import Result

TOP_LEVEL = 8


class CreditsAtLevel(Kind):
    """At least so many academic credits at a level or above, from whichever courses."""

    least: Annotated[Least, Field(description="How many credits.")]
    level: Annotated[int, Field(ge=3, le=TOP_LEVEL, description="The academic level, as 7 for a master's.")]
    of: Annotated[Key, Field(description="Where the credits are kept.")] = CREDITS
    what: Annotated[Words, Field(description="What they are called after their number.")] = "credits"

    def keys(self, home: str) -> frozenset[str]:
        return frozenset({self.of})

    def judge(self, case: Case) -> Result:
        above = "" if self.level == TOP_LEVEL else " or above"
        wanted = Wanted(
            what=f"At least {self.least} {self.what} at level {self.level}{above}",
            least=self.least,
            last_day=lambda fact: fact.until,
            step=case.step(self.of),
        )
        return amount(case, self._high(case.known(self.of)), self._high(case.expected(self.of)), wanted=wanted)

    def _high(self, facts: Sequence[Fact]) -> list[Fact]:
        """Those at the level or above; what says no level is at none."""
        return [fact for fact in facts if fact.level.isdecimal() and int(fact.level) >= self.level]
