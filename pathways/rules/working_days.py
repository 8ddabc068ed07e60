"""Days on which somebody works: not at a weekend, not on a bank holiday in England, not while she is away. Pure.

A bank holiday that is proclaimed for a single year is known once the package that lists them names it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

DAY = timedelta(days=1)
SATURDAY = 5
# No plan reaches further than this: an absence is longer than anybody counts around.
LONGEST_DAYS = 800


@dataclass(frozen=True)
class Away:
    """Days on which somebody is away, the first and the last taken in."""

    first: date
    last: date


@dataclass(frozen=True)
class Diary:
    """When somebody is away, as far as is known."""

    away: tuple[Away, ...] = ()

    def is_away(self, day: date) -> bool:
        return any(each.first <= day <= each.last for each in self.away)


def is_working(day: date) -> bool:
    """Is it a day from Monday to Friday and no bank holiday?"""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def working_days_from(day: date, number: int) -> date:
    """The day so many working days after a day, before it where the number is less than 0; it is not counted itself."""
    step, left = (DAY if number > 0 else -DAY), abs(number)
    while left:
        day += step
        left -= is_working(day)
    return day


def at_the_latest(day: date, diaries: Iterable[Diary]) -> date:
    """That day, or the last before it on which all of them are there."""
    return _found(day, tuple(diaries), step=-DAY)


def at_the_soonest(day: date, diaries: Iterable[Diary]) -> date:
    """That day, or the first after it on which all of them are there."""
    return _found(day, tuple(diaries), step=DAY)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of a year in England, with the days on which those of a weekend are kept."""
    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def _found(day: date, diaries: tuple[Diary, ...], *, step: timedelta) -> date:
    tried = (day + step * number for number in range(LONGEST_DAYS))
    return next((each for each in tried if _is_free(each, diaries)), day)


def _is_free(day: date, diaries: tuple[Diary, ...]) -> bool:
    return is_working(day) and not any(diary.is_away(day) for diary in diaries)
