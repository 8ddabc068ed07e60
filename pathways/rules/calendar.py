"""Planned dates as a calendar takes them in (iCalendar, RFC 5545): whole days, each under a name that stays. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event


@dataclass(frozen=True, kw_only=True)
class CalendarDate:
    """A date of a plan. `uid` is the same in every file, so that a calendar moves the day it knows."""

    uid: str
    title: str
    on: date


def dates_file(dates: Iterable[CalendarDate], *, url: str, at: datetime, of: str = "Pathways") -> str:
    """The file's text: an all-day VEVENT for each date, which leaves her free; `url` is the page of the plan, `of` the
    part of the portal that made it."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Academy portal//{of}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for day in dates:
        event = Event()
        event.add("uid", day.uid)
        event.add("dtstamp", at.astimezone(UTC))
        event.add("dtstart", day.on)
        event.add("dtend", day.on + timedelta(days=1))
        event.add("summary", day.title)
        event.add("url", url)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    text: bytes = calendar.to_ical(sorted=False)
    return text.decode()
