"""The judgement of what is there or not, and runs out: a course, an award, a registration, an agreement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from academy.engines.facts.facts import Fact
from academy.engines.requirements.cases import Case, Wording
from academy.engines.requirements.coming import Awaited, awaited, joined
from academy.engines.requirements.dates import in_words, last_day
from academy.engines.requirements.results import Result, Standing
from academy.engines.requirements.spans import Span, together


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked for: its words and page, for how many months it counts, and the sentences about it.

    `done` is what happened on its day ("Done"), `missing` the sentence where there is nothing, `action` the next step,
    `again` the next step where it is there and runs out, or ran out.
    """

    wording: Wording
    done: str
    missing: str
    action: str = ""
    again: str = ""
    months: int | None = None

    def last_day(self, fact: Fact) -> date | None:
        """The last day the fact counts; None for good."""
        return last_day(fact.on, fact.until, months=self.months)


def dated(case: Case, key: str, *, asked: Asked, hints: Iterable[str] = ()) -> Result:
    """How something of this key stands with the person. Facts of the hints say that it is being asked for."""
    found = judged(case, case.known(key), case.expected(key), asked=asked)
    if found.standing is not Standing.NOT_YET:
        return found
    asking = max((fact for hint in hints for fact in case.known(hint)), key=lambda fact: fact.on, default=None)
    return found if asking is None else _asked_for(found, asking)


def judged(case: Case, known: Sequence[Fact], expected: Sequence[Fact], *, asked: Asked) -> Result:
    """How something stands of which these facts are known and these expected."""
    coming = awaited(expected, on=case.on)
    foreseen = _foreseen(case, known, coming, asked=asked)
    found = max(known, key=lambda fact: (asked.last_day(fact) or date.max, fact.on), default=None)
    if found is None:
        return _lacking(asked, coming, foreseen=foreseen, is_new=True, says=asked.missing)
    until, begun = asked.last_day(found), f"{asked.done} on {in_words(found.on)}"
    if until is not None and until < case.on:
        says = f"Ran out on {in_words(until)}. {begun}."
        return _lacking(asked, coming, foreseen=foreseen, is_new=False, says=says)
    is_soon = case.is_soon(until)
    asks = is_soon and not coming
    return Result(
        what=asked.wording.title,
        says=joined(_held(begun, until, is_soon=is_soon), coming.says if is_soon else ""),
        standing=Standing.SOON if is_soon else Standing.MET,
        since=found.on,
        until=until,
        action=(asked.again or asked.action) if asks else "",
        link=asked.wording.link if asks else "",
        facts=(found,),
        foreseen=foreseen,
    )


def _lacking(asked: Asked, coming: Awaited, *, foreseen: tuple[Span, ...] | None, is_new: bool, says: str) -> Result:
    """What is not there; where something is expected nothing is to be done but to wait."""
    if coming:
        told = coming.says if is_new else joined(says, coming.says)
        return Result(what=asked.wording.title, says=told, standing=Standing.IN_PROGRESS, foreseen=foreseen)
    return Result(
        what=asked.wording.title,
        says=says,
        standing=Standing.NOT_YET,
        action=asked.action if is_new else asked.again or asked.action,
        link=asked.wording.link,
    )


def _asked_for(found: Result, asking: Fact) -> Result:
    """What is being asked for is in progress, and nothing says when it comes."""
    told = f"{asking.source.rstrip('.') or f'Asked for on {in_words(asking.on)}'}."
    return replace(found, says=told, standing=Standing.IN_PROGRESS, action="", link="")


def _held(begun: str, until: date | None, *, is_soon: bool) -> str:
    if until is None:
        return f"{begun}."
    return f"{begun}; {'runs out on' if is_soon else 'counts until'} {in_words(until)}."


def _foreseen(case: Case, known: Sequence[Fact], coming: Awaited, *, asked: Asked) -> tuple[Span, ...] | None:
    """The stretches from the day on that known and coming facts cover, where some are to come."""
    if not coming.to_come:
        return None
    spans = [Span(fact.on, asked.last_day(fact)) for fact in (*known, *coming.to_come)]
    return together([[span] for span in spans if span.last is None or span.last >= case.on], least=1)
