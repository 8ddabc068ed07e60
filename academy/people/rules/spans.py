"""Stretches of days. Both ends are inclusive; without a last day a stretch goes on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Span:
    """From a first to a last day, both included."""

    from_on: date
    until_on: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)

    def overlaps(self, other: "Span") -> bool:
        """Is there a day in both?"""
        return (self.until_on is None or other.from_on <= self.until_on) and (
            other.until_on is None or self.from_on <= other.until_on
        )


def day_before(day: date) -> date:
    return day - timedelta(days=1)


def first_overlapping(span: Span, others: Iterable[Span]) -> Span | None:
    """The earliest of the others that shares a day with the span; None when there is none."""
    shared = [other for other in others if span.overlaps(other)]
    return min(shared, key=lambda other: other.from_on, default=None)


def unbroken(spans: Iterable[Span]) -> list[Span]:
    """The stretches these make, in their order: spans that overlap, or follow one another on the next day, are one."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda each: each.from_on):
        last = found[-1] if found else None
        if last is None or (last.until_on is not None and span.from_on > last.until_on + timedelta(days=1)):
            found.append(span)
        elif last.until_on is not None and (span.until_on is None or span.until_on > last.until_on):
            found[-1] = Span(last.from_on, span.until_on)
    return found


def within(span: Span, other: Span) -> Span | None:
    """The days in both; None where there are none."""
    if not span.overlaps(other):
        return None
    lasts = [last for last in (span.until_on, other.until_on) if last is not None]
    return Span(max(span.from_on, other.from_on), min(lasts, default=None))


def in_words(day: date) -> str:
    """A day as sentences have it: 1 March 2024."""
    return f"{day.day} {day:%B %Y}"
