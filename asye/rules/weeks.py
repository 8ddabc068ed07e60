"""Which weeks she is asked about, and what was agreed for each. Weeks go from Monday to Sunday. Nothing knows today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from academy.engines.requirements.dates import months_later
from academy.people.rules.spans import Span
from asye.rules.parts_of_policy import Workload
from asye.rules.sessions import DAYS_OF_A_WEEK, is_in, monday_of
from pathways.rules.working_days import is_working

WEEK = timedelta(days=DAYS_OF_A_WEEK)
FRIDAY = 4
# A week can be said anew for so many weeks.
WEEKS_OPEN = 4


@dataclass(frozen=True)
class Ran:
    """When a year runs: its first and last day, the days it is paused, and the days she is away."""

    year: Span
    stops: tuple[Span, ...] = ()
    away: tuple[Span, ...] = ()


def week_asked(on: date) -> date:
    """The Monday of the week that is asked about: from Friday on this one, before that the last."""
    monday = monday_of(on)
    return monday if on.weekday() >= FRIDAY else monday - WEEK


def is_asked(week: date, ran: Ran) -> bool:
    """Is there a day of that week on which the year ran and she worked? Nothing is asked for the others."""
    days = (week + timedelta(days=number) for number in range(DAYS_OF_A_WEEK))
    return any(
        is_working(day) and ran.year.holds_on(day) and not is_in(day, ran.stops) and not is_in(day, ran.away)
        for day in days
    )


def weeks_open(ran: Ran, *, on: date) -> list[date]:
    """The weeks that can be answered or corrected on a day, the latest first."""
    latest = week_asked(on)
    weeks = (latest - WEEK * number for number in range(WEEKS_OPEN + 1))
    return [week for week in weeks if is_asked(week, ran)]


def weeks_of(ran: Ran, *, on: date) -> list[date]:
    """Every week of the year that was asked about by a day, the first one first."""
    first, latest = monday_of(ran.year.from_on), week_asked(on)
    count = (latest - first).days // DAYS_OF_A_WEEK + 1
    weeks = (first + WEEK * number for number in range(max(count, 0)))
    return [week for week in weeks if is_asked(week, ran)]


def agreed_percent(week: date, ran: Ran, *, ramp: Sequence[Workload], agreed: int | None) -> int:
    """The most she carries in that week: what the policy has for that month of the year, and never more than what her
    agreement says (D1-34, D1-35). A pause moves the months."""
    run = (week - ran.year.from_on).days - _paused_before(week, ran.stops)
    step = next((each.percent for each in ramp if _covers(each, run, ran.year.from_on)), None)
    return min(each for each in (step, agreed, 100) if each is not None)


def _covers(step: Workload, run: int, starts_on: date) -> bool:
    return step.until_month is None or run < (months_later(starts_on, step.until_month) - starts_on).days


def _paused_before(day: date, stops: Sequence[Span]) -> int:
    """How many days before that day were paused."""
    yesterday = day - timedelta(days=1)
    ends = ((stop.from_on, min(yesterday, stop.until_on or yesterday)) for stop in stops)
    return sum((last - first).days + 1 for first, last in ends if last >= first)
