"""Something rated well enough by somebody, so often."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case
from academy.engines.requirements.coming import joined
from academy.engines.requirements.dates import in_words, last_day, number_of
from academy.engines.requirements.kinds.amounts import Wanted, amount, each_once
from academy.engines.requirements.kinds.part import Key, Kind, Least, Months, Relations, Slug, Words
from academy.engines.requirements.results import Result
from academy.ui.wording import beginning


class RatedAtLeast(Kind):
    """Rated at a grade or above on a scale, so often, by one of these: work audited as good by an independent auditor.

    What is expected has no grade yet: looking ahead, it is taken to reach what is asked. Whether it does is not for the
    portal to say.
    """

    of: Annotated[Key, Field(description="What is rated.")]
    scale: Annotated[
        list[Slug], Field(min_length=2, max_length=10, description="The grades, from the worst to the best.")
    ]
    least: Annotated[Slug, Field(description="The grade to be reached; one of the scale.")]
    what: Annotated[Words, Field(description="What is rated, in words; it also says by whom.")]
    count: Annotated[Least, Field(description="How often.")] = 1
    within_months: Annotated[Months | None, Field(description="Only what was rated in the last so many months.")] = None
    by: Annotated[Relations | None, Field(description="Only what one of these rated.")] = None

    @model_validator(mode="after")
    def _a_grade_of_the_scale(self) -> Self:
        repeated = [grade for grade in self.scale if self.scale.count(grade) > 1]
        if repeated:
            raise ValueError(f"{repeated[0]} stands twice in the scale; name each grade once, from worst to best.")
        if self.least not in self.scale:
            raise ValueError(f"least has to be a grade of the scale; grades are {', '.join(self.scale)}.")
        return self

    def keys(self, home: str) -> frozenset[str]:
        return frozenset({self.of})

    def judge(self, case: Case) -> Result:
        rated = self._by(case.known(self.of))
        known = [fact for fact in rated if self._reaches(fact)]
        wanted = Wanted(
            what=self._what,
            least=self.count,
            weight=each_once,
            last_day=self._last_day,
            step=case.step(self.of),
            held=_latest([fact for fact in known if self._counts(fact, case.on)]),
            missing=self._missing(rated, case.on),
        )
        expected = [fact for fact in self._by(case.expected(self.of)) if self._reaches(fact)]
        return amount(case, known, expected, wanted=wanted)

    @property
    def _what(self) -> str:
        above = "" if self.least == self.scale[-1] else " or above"
        often = "" if self.count == 1 else f", {number_of(self.count, 'time')}"
        span = f" within {number_of(self.within_months, 'month')}" if self.within_months else ""
        return f"{beginning(self.what)}: {_in_words(self.least)}{above}{often}{span}"

    def _missing(self, rated: Sequence[Fact], on: date) -> str:
        """What was rated last, where none that counts is good enough; how many more where some are."""
        if any(self._reaches(fact) and self._counts(fact, on) for fact in rated):
            return ""
        return joined("None yet." if not rated else "None that is enough yet.", _latest(rated))

    def _by(self, facts: Sequence[Fact]) -> Sequence[Fact]:
        return facts if self.by is None else [fact for fact in facts if fact.by_relation in self.by]

    def _reaches(self, fact: Fact) -> bool:
        grade = fact.level.lower().replace(" ", "-")
        if grade in self.scale:
            return self.scale.index(grade) >= self.scale.index(self.least)
        return fact.expected and not grade

    def _last_day(self, fact: Fact) -> date | None:
        return last_day(fact.on, fact.until, months=self.within_months)

    def _counts(self, fact: Fact, on: date) -> bool:
        until = self._last_day(fact)
        return until is None or on <= until


def _latest(facts: Sequence[Fact]) -> str:
    """The newest rating, and who says so."""
    newest = max(facts, key=lambda fact: fact.on, default=None)
    if newest is None:
        return ""
    source = f"; {newest.source.rstrip('.')}" if newest.source else ""
    return f"{_in_words(newest.level) or 'Expected'} on {in_words(newest.on)}{source}."


def _in_words(grade: str) -> str:
    return grade.replace("-", " ").capitalize()
