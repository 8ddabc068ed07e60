"""The judgement of how much of something there is: counts, credits, ratings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case, Step
from academy.engines.requirements.coming import Awaited, awaited, joined
from academy.engines.requirements.dates import in_words
from academy.engines.requirements.results import Result, Standing
from academy.engines.requirements.spans import Span, enough, first_from, from_day


def each_by_quantity(fact: Fact) -> Decimal:
    """A fact counts for as much as it says."""
    return fact.quantity


def each_once(fact: Fact) -> Decimal:
    """A fact counts once, however much it is of something."""
    return Decimal(1)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """How much is asked, in words, until when a fact counts, and how much of it each is.

    `spans` says on which days these facts are enough, where that is not simply their number. `held` and `missing` are
    said where something better can be said than how many there are.
    """

    what: str
    least: int
    last_day: Callable[[Fact], date | None]
    weight: Callable[[Fact], Decimal] = each_by_quantity
    spans: Callable[[Sequence[Fact]], tuple[Span, ...]] | None = None
    step: Step = field(default_factory=Step)
    held: str = ""
    missing: str = ""

    def counts_on(self, fact: Fact) -> Span:
        return Span(fact.on, self.last_day(fact))

    def amount_of(self, facts: Sequence[Fact]) -> Decimal:
        return sum(map(self.weight, facts), Decimal(0))

    def met_on(self, facts: Sequence[Fact]) -> tuple[Span, ...]:
        """The stretches on which these facts are enough."""
        if self.spans is not None:
            return self.spans(facts)
        return enough([(self.counts_on(fact), self.weight(fact)) for fact in facts], least=self.least)


def amount(case: Case, known: Sequence[Fact], expected: Sequence[Fact], *, wanted: Wanted) -> Result:
    """How it stands with what is known and expected of somebody."""
    coming = awaited(expected, on=case.on)
    counting = [fact for fact in known if wanted.counts_on(fact).holds(case.on)]
    held = next((span for span in wanted.met_on(counting) if span.holds(case.on)), None)
    foreseen = from_day(wanted.met_on([*counting, *coming.to_come]), case.on) if coming.to_come else None
    if held is None:
        return _lacking(case, counting, coming, foreseen=foreseen, wanted=wanted)
    is_soon = case.is_soon(held.last)
    step = wanted.step if is_soon and not coming else Step()
    return Result(
        what=wanted.what,
        says=_held(wanted, wanted.amount_of(counting), held.last),
        standing=Standing.SOON if is_soon else Standing.MET,
        since=held.first,
        until=held.last,
        action=step.action,
        link=step.link,
        facts=tuple(counting),
        foreseen=foreseen,
    )


def _lacking(
    case: Case, counting: Sequence[Fact], coming: Awaited, *, foreseen: tuple[Span, ...] | None, wanted: Wanted
) -> Result:
    day, total = first_from(foreseen or (), case.on), wanted.amount_of(counting)
    is_awaited = coming.overdue and wanted.amount_of([*counting, *coming.to_come, *coming.overdue]) >= wanted.least
    step = Step() if day or is_awaited else wanted.step
    so_far = f"{total:g} of {wanted.least} so far; {wanted.least - total:g} more needed." if total else "None so far."
    return Result(
        what=wanted.what,
        says=joined(wanted.missing or so_far, _expected(coming, day, wanted=wanted)),
        standing=Standing.IN_PROGRESS if total or coming else Standing.NOT_YET,
        action=step.action,
        link=step.link,
        facts=tuple(counting),
        foreseen=foreseen,
    )


def _held(wanted: Wanted, total: Decimal, until: date | None) -> str:
    """How many there are, or what says more than that, and until when that is enough."""
    there = wanted.held or f"There {'is' if total == 1 else 'are'} {total:g}."
    return joined(there, f"That is enough until {in_words(until)}." if until else "")


def _expected(coming: Awaited, day: date | None, *, wanted: Wanted) -> str:
    """How much more is expected by the day on which it is enough, else by the last day of it."""
    if not coming.to_come:
        return coming.says
    by = day or coming.to_come[-1].on
    number = wanted.amount_of([fact for fact in coming.to_come if fact.on <= by])
    return f"{number:g} more {'is' if number == 1 else 'are'} expected by {in_words(by)}."
