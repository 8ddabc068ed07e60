"""Stretches of so many weeks, one after the other from a first day, and which of them hold something. Pure.

They are counted in whole days, so neither 29 February nor a change of the clocks moves one.
"""

from collections.abc import Iterable
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

    def number_of(self, day: date) -> int:
        """Which stretch a day lies in; the first is 0, and days before it are counted backwards."""
        return (day - self.counted_from).days // (self.weeks * 7)

    def stretch(self, number: int) -> Stretch:
        """The stretch of this number."""
        first = self.counted_from + timedelta(weeks=number * self.weeks)
        return Stretch(first, first + timedelta(weeks=self.weeks) - DAY)

    def leaves(self, stretch: Stretch) -> date:
        """The last day on which the whole of a stretch lies in the window that ends on the day."""
        return months_later(stretch.first, self.through_months)

    def ended(self, on: date) -> list[int]:
        """The stretches that have ended before the day and are in the window that ends on it, oldest first."""
        first = self.number_of(months_later(on, -self.through_months - 1))
        return [each for each in range(first, self.number_of(on)) if on <= self.leaves(self.stretch(each))]


class Kept:
    """A rhythm with the days on which something happened."""

    def __init__(self, rhythm: Rhythm, days: Iterable[date]) -> None:
        self.rhythm = rhythm
        self._held = {rhythm.number_of(day) for day in days}

    def holds(self, number: int) -> bool:
        """Did something happen in the stretch of this number?"""
        return number in self._held

    def any_ended(self, on: date) -> bool:
        """Did something happen in any stretch that has ended and counts?"""
        return any(self.holds(each) for each in self.rhythm.ended(on))

    def kept_up(self, on: date) -> Span:
        """When nothing is missing any more if something happens in every stretch from the present one on."""
        rhythm = self.rhythm
        empty = [rhythm.stretch(each) for each in rhythm.ended(on) if not self.holds(each)]
        first = max((rhythm.leaves(each) + DAY for each in empty), default=on)
        return Span(first, rhythm.stretch(rhythm.number_of(first)).last)

    def spans(self, on: date) -> tuple[Span, ...]:
        """The stretches of time around the day on which nothing is missing.

        An empty stretch is missed from its end until it has left the window; it is looked back for two windows.
        """
        rhythm = self.rhythm
        begun = rhythm.number_of(months_later(on, -2 * rhythm.through_months))
        latest = max([rhythm.number_of(on), *self._held])
        empty = [rhythm.stretch(each) for each in range(begun, latest + 1) if not self.holds(each)]
        parts = [(Span(date.min, each.last), Span(rhythm.leaves(each) + DAY)) for each in empty]
        return together([*parts, (Span(date.min, rhythm.stretch(latest + 1).last),)], least=len(parts) + 1)
