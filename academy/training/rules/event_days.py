"""The days of an event: as the academy writes them, and what cannot be. Pure; times are clock time in London."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from academy.people.rules.spans import in_words
from academy.ui.forms.dates import written_date

LONDON = ZoneInfo("Europe/London")
MOST_PLACE = 200
MOST_EVENT_DAYS = 30
_LINE = re.compile(
    r"(?P<day>.+?),\s*(?P<start>[\d.:]+)\s*(?:-|–|—|to|until)\s*(?P<end>[\d.:]+)(?:\s*,\s*(?P<place>.+))?"
)
_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?")
EXAMPLE = "for example 8 December 2026, 9:30 to 16:30"


@dataclass(frozen=True)
class PlannedDay:
    """A day of an event: from when to when, and where if not where the event is."""

    starts_at: datetime
    ends_at: datetime
    place: str = ""

    @property
    def on(self) -> date:
        return self.starts_at.astimezone(LONDON).date()

    @property
    def words(self) -> str:
        """The day as `written_days` reads it."""
        start, end = (moment.astimezone(LONDON) for moment in (self.starts_at, self.ends_at))
        line = f"{in_words(self.on)}, {start:%H:%M} to {end:%H:%M}"
        return f"{line}, {self.place}" if self.place else line


def written_days(text: str) -> tuple[PlannedDay, ...]:
    """The days somebody wrote, one on each line: “8 December 2026, 9:30 to 16:30, Room 4”. The place may be left out.

    Raises ValueError with a sentence that names the line, for what is not understood.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(_written_day(line, number=number) for number, line in enumerate(lines, start=1))


def day_faults(days: Sequence[PlannedDay], *, at: datetime) -> str:
    """What is wrong with the days of an event to come, as a sentence; empty when nothing is.

    Refuses none, too many, one that ends before it starts, two that overlap, and a first day in the past.
    """
    if not days:
        return f"Write at least one day, {EXAMPLE}."
    if len(days) > MOST_EVENT_DAYS:
        return f"An event has at most {MOST_EVENT_DAYS} days. You have {len(days)}."
    for day in days:
        if day.ends_at <= day.starts_at:
            return f"{in_words(day.on)}: the end has to be after the start."
    in_order = sorted(days, key=lambda day: day.starts_at)
    for before, after in pairwise(in_order):
        if after.starts_at < before.ends_at:
            return f"{in_words(after.on)}: two days overlap. Give each its own time."
    if in_order[0].starts_at <= at:
        return f"{in_words(in_order[0].on)} is in the past. Choose a day to come."
    return ""


def capacity_faults(*, capacity: int, minimum: int, taken: int) -> tuple[str, str] | None:
    """What is wrong with the numbers: the field and a sentence; None when nothing is. Seats taken stay so."""
    if capacity < 1:
        return "capacity", "An event has at least 1 place."
    if capacity < taken:
        return "capacity", f"{taken} places are taken. The number of places cannot be lower than that."
    if not 1 <= minimum <= capacity:
        return "minimum", f"Write a number from 1 to {capacity}, the number of places."
    return None


def _written_day(line: str, *, number: int) -> PlannedDay:
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(f"Line {number}: write the day, a comma, and from when to when, {EXAMPLE}.")
    try:
        on = written_date(found["day"])
    except ValueError as fault:
        raise ValueError(f"Line {number}: {fault}") from None
    start, end = _clock(found["start"], number=number), _clock(found["end"], number=number)
    place = (found["place"] or "").strip()
    if len(place) > MOST_PLACE:
        raise ValueError(f"Line {number}: use at most {MOST_PLACE} characters for the place.")
    return PlannedDay(datetime.combine(on, start, tzinfo=LONDON), datetime.combine(on, end, tzinfo=LONDON), place=place)


def _clock(text: str, *, number: int) -> time:
    found = _CLOCK.fullmatch(text)
    try:
        if found is None:
            raise ValueError
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise ValueError(f"Line {number}: {text} is no time of day. Write it like 9:30 or 16:30.") from None
