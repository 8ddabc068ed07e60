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


def in_words(day: date) -> str:
    """A day as sentences have it: 1 March 2024."""
    return f"{day.day} {day:%B %Y}"
