"""Stretches of so many weeks, one after the other from a first day, and which of them hold something. Pure.

They are counted in whole days, so neither 29 February nor a change of the clocks moves one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from academy.engines.requirements.dates import months_later
from academy.engines.requirements.spans import DAY, Span, together


@dataclass(frozen=True, order=True)
class Stretch:
    """A stretch with its first and its last day, both in it."""

    first: date
    last: date


@dataclass(frozen=True)
class Rhythm:
    """Something in every stretch of so many weeks that has ended and lies wholly in the last so many months."""

    weeks: int
    through_months: int
    counted_from: date

    def stretch_of(self, day: date) -> Stretch:
        """The stretch a day lies in; days before the first are counted backwards."""
        number = (day - self.counted_from).days // (self.weeks * 7)
        first = self.counted_from + number * timedelta(weeks=self.weeks)
        return Stretch(first, first + timedelta(weeks=self.weeks) - DAY)

    def between(self, first: date, last: date) -> Iterator[Stretch]:
        """The stretches from the one a day lies in to the one another lies in."""
        each = self.stretch_of(first)
        while each.first <= last:
            yield each
            each = self.stretch_of(each.last + DAY)

    def leaves(self, stretch: Stretch) -> date:
        """The last day on which the whole of a stretch lies in the window that ends on the day."""
        return months_later(stretch.first, self.through_months)

    def ended(self, on: date) -> list[Stretch]:
        """The stretches that have ended before the day and are in the window that ends on it, oldest first."""
        begun = months_later(on, -self.through_months - 1)
        return [each for each in self.between(begun, on) if each.last < on <= self.leaves(each)]


class Kept:
    """A rhythm with the days on which something happened."""

    def __init__(self, rhythm: Rhythm, days: Iterable[date]) -> None:
        self.rhythm = rhythm
        self._latest = date.min
        self._held: set[Stretch] = set()
        for day in days:
            self._latest = max(day, self._latest)
            self._held.add(rhythm.stretch_of(day))

    def holds(self, stretch: Stretch) -> bool:
        """Did something happen in it?"""
        return stretch in self._held

    def kept_up(self, on: date) -> Span:
        """When nothing is missing any more if something happens in every stretch from the present one on."""
        rhythm = self.rhythm
        last = max((rhythm.leaves(each) for each in rhythm.ended(on) if not self.holds(each)), default=on - DAY)
        return Span(last + DAY, rhythm.stretch_of(last + DAY).last)

    def spans(self, on: date) -> tuple[Span, ...]:
        """The stretches of time around the day on which nothing is missing.

        An empty stretch is missed from its end until it has left the window; it is looked back for two windows.
        """
        latest = max(on, self._latest)
        begun = months_later(on, -2 * self.rhythm.through_months)
        parts = [
            (Span(date.min, each.last), Span(self.rhythm.leaves(each) + DAY))
            for each in self.rhythm.between(begun, latest)
            if not self.holds(each)
        ]
        after = self.rhythm.stretch_of(latest + timedelta(weeks=self.rhythm.weeks)).last
        return together([*parts, (Span(date.min, after),)], least=len(parts) + 1)
