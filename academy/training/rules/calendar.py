"""A calendar file (iCalendar, RFC 5545): the days of an event as a calendar takes them in, changes and takes out again.

Times are in UTC, so that the file needs no description of a time zone. Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from icalendar import Calendar, Event


class Method(StrEnum):
    """What a calendar is to do with the file (RFC 5546)."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, kw_only=True)
class CalendarDay:
    """One day of an event. `uid` is the same in every file about that day, so that a calendar knows it again."""

    uid: str
    starts_at: datetime
    ends_at: datetime
    place: str
    is_cancelled: bool = False


@dataclass(frozen=True, kw_only=True)
class Invitation:
    """What a calendar file says: an event's days to one person. `sequence` grows with each change of the event."""

    title: str
    about: str
    url: str
    organiser: str
    attendee: str
    sequence: int
    days: Sequence[CalendarDay]


def calendar_file(invitation: Invitation, *, method: Method, at: datetime, of: str = "Training") -> str:
    """The file's text: one VEVENT for each day. A day that is cancelled alone says so also in a REQUEST. `of` is the
    part of the portal that made it."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Academy portal//{of}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method.value)
    for day in invitation.days:
        calendar.add_component(_day(invitation, day, method=method, at=at))
    text: bytes = calendar.to_ical(sorted=False)
    return text.decode()


def _day(invitation: Invitation, day: CalendarDay, *, method: Method, at: datetime) -> Event:
    cancelled = day.is_cancelled or method == Method.CANCEL
    event = Event()
    event.add("uid", day.uid)
    event.add("sequence", invitation.sequence)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", day.starts_at.astimezone(UTC))
    event.add("dtend", day.ends_at.astimezone(UTC))
    event.add("summary", invitation.title)
    event.add("location", day.place)
    event.add("description", invitation.about)
    event.add("url", invitation.url)
    event.add("organizer", f"mailto:{invitation.organiser}")
    if invitation.attendee:
        event.add("attendee", f"mailto:{invitation.attendee}", parameters={"PARTSTAT": "ACCEPTED", "RSVP": "FALSE"})
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    return event
