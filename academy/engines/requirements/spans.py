"""Stretches of days on which a requirement is met, and when enough of several are. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """From the first day to the last, both taken in; without a last one for good."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


ALWAYS = Span(date.min)
# Some days, and how much of what is asked for there is on each of them.
Weighted = tuple[Span, Decimal | int]


def enough(parts: Iterable[Weighted], *, least: Decimal | int) -> tuple[Span, ...]:
    """The stretches on which at least so much is there of everything together; always where nothing is asked."""
    if least <= 0:
        return (ALWAYS,)
    found: list[Span] = []
    total: Decimal | int = 0
    begun: date | None = None
    for day, change in _changes(parts):
        total += change
        if begun is None and total >= least:
            begun = day
        elif begun is not None and total < least:
            found.append(Span(begun, day - DAY))
            begun = None
    return (*found, Span(begun)) if begun is not None else tuple(found)


def together(parts: Sequence[Sequence[Span]], *, least: int) -> tuple[Span, ...]:
    """The stretches on which at least so many of the parts hold; the spans of one part do not overlap."""
    return enough(((span, 1) for part in parts for span in part), least=least)


def from_day(spans: Iterable[Span], day: date) -> tuple[Span, ...]:
    """What lies of these stretches on that day and after it."""
    return tuple(Span(max(span.first, day), span.last) for span in spans if span.last is None or span.last >= day)


def first_from(spans: Iterable[Span], day: date) -> date | None:
    """The first day of these stretches from that day on; None where there is none."""
    return min((span.first for span in from_day(spans, day)), default=None)


def _changes(parts: Iterable[Weighted]) -> list[tuple[date, Decimal | int]]:
    """How much more or less there is, by the day on which that is so; one line a day."""
    by_day: dict[date, Decimal | int] = {}
    for span, weight in parts:
        if span.last is not None and span.last < span.first:
            continue
        by_day[span.first] = by_day.get(span.first, 0) + weight
        if span.last is not None and span.last < date.max:
            by_day[span.last + DAY] = by_day.get(span.last + DAY, 0) - weight
    return sorted(by_day.items())
