"""Does a team hold while one of it learns: who else is away on her days, and how many are left. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import ceil

SATURDAY = 5
LONGEST = timedelta(days=400)


@dataclass(frozen=True)
class TightDay:
    """A day, who else of the team is away, and how many are left beside her."""

    on: date
    away: frozenset[int]
    left: int


@dataclass(frozen=True)
class Cover:
    """How a team stands on the days of a request. `team` counts her; `is_spread` says that only the time is known, not
    on which days of it she would be away.
    """

    team: int
    needed: int
    days: tuple[TightDay, ...]
    is_spread: bool = False

    @property
    def holds(self) -> bool:
        """Are enough left on every day? Unknown without a day, so no."""
        return bool(self.days) and all(day.left >= self.needed for day in self.days)

    @property
    def most_away(self) -> int:
        """How many others are away on the worst day."""
        return max((len(day.away) for day in self.days), default=0)

    def tightest(self, most: int = 3) -> tuple[TightDay, ...]:
        """The days with the fewest people on which somebody else is away, the earliest first among equal ones."""
        worse = (day for day in self.days if day.away)
        return tuple(sorted(worse, key=lambda day: (day.left, day.on))[:most])


def cover_of(days: Iterable[date], away: Mapping[int, frozenset[date]], *, team: int, percent: int) -> Cover:
    """The cover on some days. `away` are the days of each of the others; `percent` of the team stays, rounded up."""
    found = []
    for day in sorted(set(days)):
        others = frozenset(person for person, hers in away.items() if day in hers)
        found.append(TightDay(day, others, team - 1 - len(others)))
    return Cover(team, ceil(team * percent / 100), tuple(found))


def working_days(first: date, last: date) -> frozenset[date]:
    """Mondays to Fridays from a first to a last day, over 400 days at most."""
    count = min(last - first, LONGEST).days + 1
    days = (first + timedelta(days=number) for number in range(count))
    return frozenset(day for day in days if day.weekday() < SATURDAY)


def is_all_of_it(days: Decimal | None, span: frozenset[date]) -> bool:
    """Are so many days away every working day of the time? Then it is known who is away when."""
    return days is None or ceil(days) >= len(span)
