"""Something at least every so many weeks, through a window that ends on the day."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case, Step
from academy.engines.requirements.coming import awaited, joined
from academy.engines.requirements.dates import from_to, in_words, number_of
from academy.engines.requirements.kinds.part import Day, Key, Kind, Months, Weeks, Words
from academy.engines.requirements.results import Result, Standing
from academy.engines.requirements.spans import Span, from_day
from academy.engines.requirements.stretches import Kept, Rhythm, Stretch

A_MONDAY = date(2024, 1, 1)


class EveryWeeks(Kind):
    """Something in every stretch of so many weeks, through the last so many months.

    Stretches follow each other from a first day. Those count that have ended and lie wholly within the months; the
    present one is told, and counts when it has ended. Where one was missed, the day is told on which it lies outside
    the months.
    """

    of: Annotated[Key, Field(description="What is looked for.")]
    weeks: Annotated[Weeks, Field(description="How many weeks a stretch is long.")]
    through_months: Annotated[Months, Field(description="Through how many months, which end on the day.")]
    what: Annotated[Words, Field(description="What is looked for, in words.")]
    counted_from: Annotated[Day, Field(description="The first day of a stretch; without it a Monday.")] = A_MONDAY

    @model_validator(mode="after")
    def _takes_in_stretches(self) -> Self:
        least = -(-self.weeks // 2)
        if self.through_months < least:
            raise ValueError(f"through_months has to take in two stretches of {self.weeks} weeks: {least} or more.")
        return self

    def keys(self, home: str) -> frozenset[str]:
        return frozenset({self.of})

    def judge(self, case: Case) -> Result:
        known, coming = case.known(self.of), awaited(case.expected(self.of), on=case.on)
        kept = Kept(self._rhythm, (fact.on for fact in known))
        now = next((span for span in kept.spans(case.on) if span.holds(case.on)), None)
        foreseen, kept_up = self._foreseen(case, [*known, *coming.to_come], kept=kept)
        present = self._rhythm.stretch_of(case.on)
        ended = self._rhythm.ended(case.on)
        standing = self._standing(case, kept, now, is_begun=bool(coming.to_come) or any(map(kept.holds, ended)))
        asks = standing is not Standing.MET and not coming.to_come
        step = case.step(self.of) if asks else Step()
        return Result(
            what=self._what,
            says=joined(_held(ended, kept), _present(present, kept), kept_up, coming.says, coming.regrets),
            standing=standing,
            since=now.first if now and now.first > date.min else None,
            until=now.last if now else None,
            action=step.action,
            link=step.link,
            facts=tuple(fact for fact in known if not ended or fact.on >= ended[0].first),
            foreseen=foreseen,
        )

    def _foreseen(self, case: Case, facts: Sequence[Fact], *, kept: Kept) -> tuple[tuple[Span, ...], str]:
        """When nothing is missing with all these facts; and where they do not suffice, when that is if it is kept up
        from now on, which is said: what was missed long ago goes by."""
        spans = from_day(Kept(self._rhythm, (fact.on for fact in facts)).spans(case.on), case.on)
        if spans:
            return spans, ""
        later = kept.kept_up(case.on)
        return (later,), f"Kept up from now on, it is met on {in_words(later.first)}."

    @property
    def _what(self) -> str:
        weeks, months = number_of(self.weeks, "week"), number_of(self.through_months, "month")
        return f"{self.what} every {weeks} of the last {months}"

    @property
    def _rhythm(self) -> Rhythm:
        return Rhythm(self.weeks, self.through_months, self.counted_from)

    def _standing(self, case: Case, kept: Kept, now: Span | None, *, is_begun: bool) -> Standing:
        """What is held runs out soon where the present stretch, still empty, ends soon."""
        if now is None:
            return Standing.IN_PROGRESS if is_begun else Standing.NOT_YET
        is_empty = not kept.holds(self._rhythm.stretch_of(case.on))
        return Standing.SOON if is_empty and case.is_soon(now.last) else Standing.MET


def _held(ended: Sequence[Stretch], kept: Kept) -> str:
    """How many of the stretches that have ended hold something, and the first that does not, with its days."""
    empty = [each for each in ended if not kept.holds(each)]
    if not empty:
        return f"All {len(ended)} stretches that ended hold something." if len(ended) > 1 else ""
    nothing = f"Nothing {from_to(empty[0].first, empty[0].last)}"
    if len(ended) == 1:
        return f"{nothing}."
    return f"{nothing}; {len(ended) - len(empty)} of {len(ended)} stretches that ended hold something."


def _present(present: Stretch, kept: Kept) -> str:
    """How the present stretch stands."""
    stands = "holds something" if kept.holds(present) else "is empty"
    return f"The present one {stands}; it ends on {in_words(present.last)}."
