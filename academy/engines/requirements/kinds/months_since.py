"""So many calendar months since something began that still holds."""

from academy.engines.requirements.cases import Case
from academy.engines.requirements.dates import in_words, months_later
from academy.engines.requirements.kinds.part import Key, Kind, Months, Words
from academy.engines.requirements.results import Result, Standing


class MonthsSince(Kind):
    """`months_since: {of: people.registration:swe, least: 24, what: registration}`."""

    of: Key
    least: Months
    what: Words

    def keys(self, home: str) -> frozenset[str]:
        return frozenset({self.of})

    def judge(self, case: Case) -> Result:
        what = f"{self.least} months since {self.what}"
        held = [fact for fact in case.known(self.of) if fact.holds_on(case.on)]
        if not held:
            return Result(what=what, says="It has not begun yet.", standing=Standing.NOT_YET)
        first = min(held, key=lambda fact: fact.on)
        reached = months_later(first.on, self.least)
        if reached > case.on:
            says = f"Begun on {in_words(first.on)}; reached on {in_words(reached)}."
            return Result(what=what, says=says, standing=Standing.NOT_YET)
        return Result(
            what=what,
            says=f"Begun on {in_words(first.on)}.",
            standing=Standing.MET,
            since=reached,
            facts=(first,),
        )
