"""Sessions of supervision that are due, from the rhythm and the days of the year; held, missed, or nobody's fault
(D1-30, D1-31).

The year is cut into windows, and one session is due in each. Windows are counted in days on which the year runs, so a
pause moves them and nothing else does (D1-74). Nothing here knows today.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from academy.engines.requirements.dates import months_later
from academy.people.rules.spans import Span
from asye.rules.parts_of_policy import Rhythm
from pathways.rules.working_days import is_working

DAY = timedelta(days=1)
DAYS_OF_A_WEEK = 7


class Fate(StrEnum):
    """What became of a session that was due."""

    HELD = "held"
    MISSED = "missed"
    EXCUSED = "none due"
    OPEN = "due"


@dataclass(frozen=True)
class Session:
    """A session that is due between two days, both included; `held_on` is the day it was held, or the Monday of the
    week in which she says so."""

    first: date
    last: date
    fate: Fate
    held_on: date | None = None


@dataclass(frozen=True)
class Meetings:
    """The days on which they met, as the portal has them, and the Mondays of weeks for which she says that they did."""

    days: tuple[date, ...] = ()
    weeks: tuple[date, ...] = ()


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def is_in(day: date, spans: Iterable[Span]) -> bool:
    return any(span.holds_on(day) for span in spans)


def days_run(year: Span, stops: Sequence[Span], *, until: date) -> list[date]:
    """The days of the year up to a day on which it ran: those not paused."""
    last = until if year.until_on is None else min(until, year.until_on)
    count = (last - year.from_on).days + 1
    days = [year.from_on + timedelta(days=number) for number in range(count)]
    return [day for day in days if not is_in(day, stops)] if stops else days


def windows(year: Span, rhythms: Sequence[Rhythm], stops: Sequence[Span], *, until: date) -> list[Span]:
    """The stretches in which a session is due, those that have begun by a day. A stretch at the end of a rhythm or of
    the year is one where more than half of it still lies within: 52 weeks without a pause make 6 + 10 + 6 (D1-31)."""
    longest = max((each.every_weeks for each in rhythms), default=0) * DAYS_OF_A_WEEK
    paused = sum(max(((stop.until_on or until) - stop.from_on).days + 1, 0) for stop in stops)
    days = days_run(year, stops, until=until + timedelta(days=longest + paused))
    begun = ((days[at], days[min(at + length, len(days)) - 1]) for at, length in _cuts(year, rhythms, len(days)))
    return [Span(first, last) for first, last in begun if first <= until]


def _cuts(year: Span, rhythms: Sequence[Rhythm], total: int) -> Iterator[tuple[int, int]]:
    at = 0
    for rhythm in rhythms:
        length = rhythm.every_weeks * DAYS_OF_A_WEEK
        end = min(_end_of(rhythm, year, total), total)
        while (end - at) * 2 > length:
            yield at, length
            at += length


def _end_of(rhythm: Rhythm, year: Span, total: int) -> int:
    """After how many days that run a rhythm ends."""
    if rhythm.until_week is not None:
        return rhythm.until_week * DAYS_OF_A_WEEK
    if rhythm.until_month is not None:
        return (months_later(year.from_on, rhythm.until_month) - year.from_on).days
    return total


def sessions(due: Iterable[Span], meetings: Meetings, away: Sequence[Span], *, on: date) -> list[Session]:
    """What became of each. Where the portal knows of a meeting in a week, what she says of that week adds none.

    A stretch of which she was there on fewer than half of the working days is nobody's fault, and neither is one that
    has not gone by.
    """
    known = {monday_of(day) for day in meetings.days}
    said = sorted(week for week in set(meetings.weeks) - known)
    found = []
    for span in due:
        held_on = next((day for day in sorted(meetings.days) if span.holds_on(day)), None)
        if held_on is None and (week := next((week for week in said if _touches(span, week)), None)) is not None:
            said.remove(week)
            held_on = week
        found.append(_judged(span, held_on, away, on=on))
    return found


def _touches(span: Span, week: date) -> bool:
    return span.overlaps(Span(week, week + timedelta(days=DAYS_OF_A_WEEK - 1)))


def _judged(span: Span, held_on: date | None, away: Sequence[Span], *, on: date) -> Session:
    last = span.until_on or span.from_on
    if held_on is not None:
        return Session(span.from_on, last, Fate.HELD, held_on)
    if last >= on:
        return Session(span.from_on, last, Fate.OPEN)
    return Session(span.from_on, last, Fate.EXCUSED if was_hardly_there(span, away) else Fate.MISSED)


def was_hardly_there(span: Span, away: Sequence[Span]) -> bool:
    """Was she away on more than half of the working days of a stretch, or has it none?"""
    days = ((span.until_on or span.from_on) - span.from_on).days + 1
    working = [day for number in range(days) if is_working(day := span.from_on + number * DAY)]
    there = [day for day in working if not is_in(day, away)] if away else working
    return not working or len(there) * 2 < len(working)
