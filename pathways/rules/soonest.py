"""The soonest sitting somebody can reach, from what is there and what is expected. Pure.

What is met today and runs out before a sitting is taken to be renewed in time, and said. What nothing is known of keeps
every sitting from being named: the portal promises nobody a day.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from academy.engines.requirements.dates import in_words
from academy.engines.requirements.results import Result
from academy.engines.requirements.spans import first_from
from academy.ui.wording import in_a_row

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
DAYS_TOLD = 14
MOST_NAMED = 3


@dataclass(frozen=True)
class Closing:
    """A sitting one can plan towards: its day, and the last days to endorse and to hand in."""

    pk: int
    on: date
    submit_by: date
    endorse_by: date
    title: str = ""


@dataclass(frozen=True)
class Reach:
    """The first day on which something is there, None where nothing says when; what it rests on, and what lacks a
    day."""

    day: date | None
    rests_on: tuple[Result, ...] = ()
    lacks: tuple[Result, ...] = ()

    @property
    def last(self) -> tuple[Result, ...]:
        """What comes last of all it rests on, where that is still to come."""
        return tuple(each for each in self.rests_on if self.day is not None and each.expected == self.day)

    def running_out_by(self, day: date) -> tuple[Result, ...]:
        """What it rests on that does not last until that day."""
        return tuple(each for each in self.rests_on if not any(span.holds(day) for span in each.spans))


@dataclass(frozen=True)
class Soonest:
    """The first sitting within reach, None where none can be named; and those before it that come too early."""

    reach: Reach
    sitting: Closing | None
    missed: tuple[Closing, ...] = ()


def reach_of(results: Iterable[Result], *, on: date) -> Reach:
    """When all of these are there, from the day on."""
    reached = [_reach(result, on=on) for result in results]
    lacks = tuple(each for part in reached for each in part.lacks)
    rests_on = tuple(each for part in reached for each in part.rests_on)
    days = [part.day for part in reached if part.day is not None]
    return Reach(None if lacks else max(days, default=on), rests_on, lacks)


def soonest(reach: Reach, sittings: Iterable[Closing], *, on: date) -> Soonest:
    """The first of the sittings still to come by whose last day to hand in everything is there."""
    coming = sorted((each for each in sittings if each.submit_by >= on), key=lambda each: (each.submit_by, each.on))
    day = reach.day
    if day is None:
        return Soonest(reach, None)
    missed = tuple(each for each in coming if each.submit_by < day)
    return Soonest(reach, next((each for each in coming if each.submit_by >= day), None), missed)


def in_sentences(found: Soonest, *, on: date) -> list[str]:
    """Why it is this sitting, or why none can be named."""
    return [said for said in _sentences(found, on=on) if said]


def day_in_sentences(reach: Reach, *, on: date) -> list[str]:
    """Why it is this day, or why none can be named, where a step needs no panel."""
    if reach.day is None:
        return [nothing_says_when(reach.lacks)]
    return [said for said in (_last_to_come(reach, on=on), to_renew(reach.running_out_by(reach.day))) if said]


def _sentences(found: Soonest, *, on: date) -> Iterator[str]:
    reach, sitting = found.reach, found.sitting
    if reach.day is None:
        yield nothing_says_when(reach.lacks)
        return
    yield _last_to_come(reach, on=on)
    if found.missed:
        yield _missed(found.missed[-1], reach.day)
    if sitting is None:
        yield "No sitting after that is set yet."
        return
    yield f"Evidence closes on {in_words(sitting.submit_by)}."
    yield to_renew(reach.running_out_by(sitting.submit_by))


def nothing_says_when(lacks: Sequence[Result]) -> str:
    """That no day can be named, and for want of what."""
    verb = "comes" if len(lacks) == 1 else "come"
    more = len(lacks) - MOST_NAMED
    named = _named(lacks) if more <= 1 else _named(lacks[:MOST_NAMED], and_more=more)
    return f"Nothing says yet when {named} {verb}."


def to_renew(results: Sequence[Result]) -> str:
    """What is there and does not last; empty where all of it does."""
    return f"To be kept up until then: {_named(results)}." if results else ""


def _reach(result: Result, *, on: date) -> Reach:
    if not result.parts or not result.least:
        day = first_from(result.spans, on)
        return Reach(day, (result,)) if day is not None else Reach(None, (), (result,))
    if not result.is_choice:
        return reach_of(result.parts, on=on)
    by_day = sorted((_reach(part, on=on) for part in result.parts), key=lambda part: part.day or date.max)
    chosen = by_day[: result.least]
    if any(part.day is None for part in chosen):
        return Reach(None, (), (result,))
    rests_on = tuple(each for part in chosen for each in part.rests_on)
    return Reach(max(part.day or on for part in chosen), rests_on)


def _last_to_come(reach: Reach, *, on: date) -> str:
    if not reach.last:
        return "Everything asked for is there."
    return f"The last to come is {_named(reach.last)}, expected on {in_words(reach.day or on)}."


def _missed(sitting: Closing, day: date) -> str:
    closes = f"Evidence for the sitting of {in_words(sitting.on)} closes on {in_words(sitting.submit_by)}"
    return f"{closes}, so {sitting.on:%B} is missed by {how_long((day - sitting.submit_by).days)}."


def how_long(days: int) -> str:
    """So many days in words, whole weeks from a fortnight on."""
    number, unit = (days, "day") if days < DAYS_TOLD else (days // 7, "week")
    said = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{said} {unit}" if number == 1 else f"{said} {unit}s"


def _named(results: Sequence[Result], *, and_more: int = 0) -> str:
    names = [f"“{each.what}”" for each in results]
    return in_a_row([*names, f"{and_more} more"] if and_more else names)
