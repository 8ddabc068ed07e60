"""A calendar file (iCalendar, RFC 5545): the days of an event as a calendar takes them in, changes and takes out again.

Times are in UTC, so that the file needs no description of a time zone. Pure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

MOST_OCTETS = 75


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


def calendar_file(invitation: Invitation, *, method: Method, at: datetime) -> str:
    """The file's text: one VEVENT for each day. A day that is cancelled alone says so also in a REQUEST."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Academy portal//Training//EN",
        "CALSCALE:GREGORIAN",
        f"METHOD:{method}",
        *(line for day in invitation.days for line in _day(invitation, day, method=method, at=at)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _day(invitation: Invitation, day: CalendarDay, *, method: Method, at: datetime) -> Iterator[str]:
    cancelled = day.is_cancelled or method == Method.CANCEL
    yield "BEGIN:VEVENT"
    yield f"UID:{day.uid}"
    yield f"SEQUENCE:{invitation.sequence}"
    yield f"DTSTAMP:{_moment(at)}"
    yield f"DTSTART:{_moment(day.starts_at)}"
    yield f"DTEND:{_moment(day.ends_at)}"
    yield f"SUMMARY:{_text(invitation.title)}"
    yield f"LOCATION:{_text(day.place)}"
    yield f"DESCRIPTION:{_text(invitation.about)}"
    yield f"URL:{invitation.url}"
    yield f"ORGANIZER:mailto:{invitation.organiser}"
    if invitation.attendee:
        yield f"ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:{invitation.attendee}"
    yield f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """Text as a value: what would end or split it is escaped."""
    plain = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, each after the first beginning with a space; no character is cut."""
    piece = ""
    for character in line:
        if len((piece + character).encode()) > MOST_OCTETS:
            yield piece
            piece = " "
        piece += character
    yield piece
