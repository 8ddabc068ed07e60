"""Supervision: the rhythm two people agreed, what pauses it, and when a session is locked (S4-32). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from academy.development.rules.moved_dates import moved_by_absence
from academy.engines.workflow.decisions import ALLOWED, Decision, refused
from academy.people.rules.spans import Span, in_words

# Time away of a week or more pauses the rhythm; shorter time away is met by choosing another day.
PAUSE_DAYS = 7
# So many days after the day it was due a session still counts as in rhythm: calendars are full.
GRACE = timedelta(days=7)
FRIDAY = 4


@dataclass(frozen=True)
class Rhythm:
    """How a rhythm is kept on a day: the session before, the day the next is due, and what paused it in between."""

    last_on: date | None
    due_on: date
    paused: tuple[Span, ...] = ()

    def is_late(self, on: date) -> bool:
        return self.due_on + GRACE < on

    @property
    def pauses(self) -> str:
        """What paused it, in words: "paused: away 3 to 20 May 2026"; never why. Empty where nothing did."""
        if not self.paused:
            return ""
        return f"paused: away {'; '.join(_in_words(span) for span in self.paused)}"


def rhythm_of(*, from_on: date, every_weeks: int, last_on: date | None, away: Iterable[Span], on: date) -> Rhythm:
    """The next session is due so many weeks after the last one, or after the first day of the agreement.

    Time away of either of the two that lasts a week or longer moves the day on by all its days (S4-32). Whole days
    only, so neither a leap day nor a change of the clocks moves anything.
    """
    since = last_on or from_on
    planned, spans = since + timedelta(weeks=every_weeks), list(away)
    due_on = moved_by_absence(planned, spans, since=since, on=on, least_days=PAUSE_DAYS)
    paused = sorted((span for span in spans if _pauses(span, since, due_on, on=on)), key=lambda span: span.from_on)
    return Rhythm(last_on, due_on, tuple(paused))


def next_day(rhythm: Rhythm, *, away: Iterable[Span], on: date) -> date:
    """The day to suggest for the next session: the due day, not before tomorrow, not at a weekend, nobody away."""
    day, spans = max(rhythm.due_on, on + timedelta(days=1)), list(away)
    while day.weekday() > FRIDAY or any(span.until_on and span.holds_on(day) for span in spans):
        day += timedelta(days=1)
    return day


def can_lock(*, other_signed_at: datetime | None) -> Decision:
    """May the second signature be put under a session? Only where the other has signed."""
    if other_signed_at is None:
        return refused("The other has not signed yet. Sign your part first; it is locked when both have signed.")
    return ALLOWED


def can_be_held(held_on: date, *, since: date, on: date) -> Decision:
    """May a session be noted as held that day? Not before the agreement and not in days to come."""
    if held_on > on:
        return refused("This day has not come yet. Note the session once it was held.")
    if held_on < since:
        return refused(f"The agreement began on {in_words(since)}. Choose a day since then.")
    return ALLOWED


def in_weeks(number: int) -> str:
    """A rhythm as it ends "every …": week, 4 weeks."""
    return "week" if number == 1 else f"{number} weeks"


def _pauses(span: Span, since: date, due_on: date, *, on: date) -> bool:
    """Is it long enough, and between the last session and the day the next is due?"""
    last = span.until_on or max(on, span.from_on)
    return (last - span.from_on).days + 1 >= PAUSE_DAYS and last >= since and span.from_on <= due_on


def _in_words(span: Span) -> str:
    if span.until_on is None:
        return f"since {in_words(span.from_on)}"
    first, last = span.from_on, span.until_on
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {in_words(last)}"
    return f"{in_words(first)} to {in_words(last)}"
