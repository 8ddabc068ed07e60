"""Something at least every so many weeks, through a window that ends on the day."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from academy.engines.requirements.cases import Case, Step
from academy.engines.requirements.coming import awaited, joined
from academy.engines.requirements.dates import from_to, in_words, months_later, number_of
from academy.engines.requirements.kinds.part import Day, Key, Kind, Months, Weeks, Words
from academy.engines.requirements.results import Result, Standing
from academy.engines.requirements.spans import Span, from_day
from academy.engines.requirements.stretches import Kept, Rhythm
from academy.ui.wording import beginning

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
        kept = Kept(self._rhythm, [fact.on for fact in known])
        spans = kept.spans(case.on)
        now = next((span for span in spans if span.holds(case.on)), None)
        if coming.to_come:
            spans = Kept(self._rhythm, [fact.on for fact in (*known, *coming.to_come)]).spans(case.on)
        foreseen, kept_up = _foreseen(spans, kept, case.on)
        standing = self._standing(case, kept, now, is_begun=bool(coming) or kept.any_ended(case.on))
        step = case.step(self.of) if standing is not Standing.MET and not coming else Step()
        awaits = coming.says if standing is not Standing.MET else ""
        return Result(
            what=self._what,
            says=joined(_held(kept, case.on), _present(kept, case.on), kept_up, awaits),
            standing=standing,
            since=now.first if now and now.first > date.min else None,
            until=now.last if now else None,
            action=step.action,
            link=step.link,
            facts=tuple(fact for fact in known if fact.on >= months_later(case.on, -self.through_months)),
            foreseen=foreseen,
        )

    @property
    def _what(self) -> str:
        weeks, months = number_of(self.weeks, "week"), number_of(self.through_months, "month")
        return f"{beginning(self.what)} every {weeks}, through the last {months}"

    @property
    def _rhythm(self) -> Rhythm:
        return Rhythm(self.weeks, self.through_months, self.counted_from)

    def _standing(self, case: Case, kept: Kept, now: Span | None, *, is_begun: bool) -> Standing:
        """What is held runs out soon where the present stretch, still empty, ends soon."""
        if now is None:
            return Standing.IN_PROGRESS if is_begun else Standing.NOT_YET
        is_empty = not kept.holds(kept.rhythm.number_of(case.on))
        return Standing.SOON if is_empty and case.is_soon(now.last) else Standing.MET


def _foreseen(spans: Sequence[Span], kept: Kept, on: date) -> tuple[tuple[Span, ...], str]:
    """When nothing is missing; where what is known and expected does not suffice, when that is if it is kept up from
    now on, which is said: what was missed long ago goes by."""
    found = from_day(spans, on)
    if found:
        return found, ""
    later = kept.kept_up(on)
    return (later,), f"Kept up from now on, it is met on {in_words(later.first)}."


def _held(kept: Kept, on: date) -> str:
    """How many of the stretches that have ended hold something, and the first that does not, with its days."""
    ended = kept.rhythm.ended(on)
    empty = [each for each in ended if not kept.holds(each)]
    if not empty:
        return f"All {len(ended)} stretches that ended hold something." if len(ended) > 1 else ""
    first = kept.rhythm.stretch(empty[0])
    nothing = f"Nothing {from_to(first.first, first.last)}"
    if len(ended) == 1:
        return f"{nothing}."
    number = len(ended) - len(empty)
    return f"{nothing}; {number} of {len(ended)} stretches that ended {'holds' if number == 1 else 'hold'} something."


def _present(kept: Kept, on: date) -> str:
    """How the present stretch stands."""
    present = kept.rhythm.number_of(on)
    stands = "holds something" if kept.holds(present) else "is empty"
    return f"The present one {stands}; it ends on {in_words(kept.rhythm.stretch(present).last)}."
