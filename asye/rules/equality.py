"""What a year counts as in the equality report, and which years are told together (D1-80, D7-11, S2-46). Pure.

The results of each question are about everybody, one word each, so that all tables of a report have the same totals.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from academy.engines.requirements.dates import months_later
from academy.people.rules.compared import Results
from asye.choices.enrolments import EnrolmentState, Outcome

APRIL = 4
# So many years of NQSWs are at least told together: of fewer there are too few in any group.
ENOUGH = 30
ENDED = Results("How it ended", ("Passed", "Not passed", "Withdrawn", "Not ended"))
RAN = Results("How it ran", ("Extended", "Paused or put off", "As first planned"))
TOOK = Results("How long", ("12 months", "Up to 18 months", "Longer", "No date"))
RESULTS = (ENDED, RAN, TOOK)
HOURS = ("Full time", "Part time")
QUALIFIED = ("Up to 2 years before", "Longer before")


@dataclass(frozen=True, kw_only=True)
class Year:
    """What is counted of one year. `ends_on` is its end by the clock, as it holds."""

    state: str
    outcome: str
    starts_on: date
    qualified_on: date
    fte: Decimal
    ends_on: date | None
    is_extended: bool
    is_paused: bool


@dataclass(frozen=True, order=True)
class Stretch:
    """Financial years, by the calendar years in which the first and the last of them begin."""

    first: int
    last: int

    @property
    def code(self) -> str:
        return f"{self.first}-{self.last + 1}"

    @property
    def words(self) -> str:
        return f"April {self.first} to March {self.last + 1}"

    def holds(self, starts_on: date) -> bool:
        """Does a year that starts on the day belong to it?"""
        return self.first <= financial_year(starts_on) <= self.last


def financial_year(day: date) -> int:
    """The calendar year in which the financial year of a day begins."""
    return day.year if day.month >= APRIL else day.year - 1


def stretches(begun: Mapping[int, int], *, current: int) -> list[Stretch]:
    """Stretches that do not overlap, the latest first, from how many began in each financial year: each has enough
    people where that can be. A year that is not over goes with those before it."""
    found: list[Stretch] = []
    first, people = None, 0
    for year in sorted(begun):
        first, people = first if first is not None else year, people + begun[year]
        if people >= ENOUGH and year < current:
            found.append(Stretch(first, year))
            first, people = None, 0
    if first is not None:
        joined = found.pop() if found else None
        found.append(Stretch(joined.first if joined else first, max(begun)))
    return found[::-1]


def came(year: Year) -> tuple[int, ...]:
    """The place of the year among the words of each question."""
    return _ended(year), _ran(year), _took(year)


def hours(year: Year) -> int:
    """By the hours she began on."""
    return int(year.fte < 1)


def qualified(year: Year) -> int:
    """By how long before the start she qualified (D1-04)."""
    return int(year.starts_on > months_later(year.qualified_on, 24))


def _ended(year: Year) -> int:
    if year.outcome:
        return 0 if year.outcome == Outcome.PASS else 1
    return 2 if year.state == EnrolmentState.WITHDRAWN else 3


def _ran(year: Year) -> int:
    if year.is_extended:
        return 0
    return 1 if year.is_paused or year.state == EnrolmentState.DEFERRED else 2


def _took(year: Year) -> int:
    if year.ends_on is None:
        return 3
    limits = (months_later(year.starts_on, months) for months in (12, 18))
    return sum(year.ends_on > limit for limit in limits)
