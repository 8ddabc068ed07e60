"""An event as a calendar takes it in, for one person who has a place."""

from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from academy.engines.notify.selectors.mails import address_of
from academy.training.models import Booking, EventDay, TrainingEvent
from academy.training.rules.calendar import CalendarDay, Invitation


def invitation_of(booking: Booking) -> Invitation:
    """What the calendar file of a place says: every day of the event, with the link for those who have a place."""
    event = booking.event
    page = f"{settings.PORTAL_ADDRESS}{booking.get_absolute_url()}"
    return Invitation(
        title=event.name,
        about="\n".join(line for line in (event.url, page) if line),
        url=page,
        organiser=parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        attendee=address_of(booking.person),
        sequence=event.edition,
        days=calendar_days(event),
    )


def calendar_days(event: TrainingEvent) -> tuple[CalendarDay, ...]:
    """The days of an event, each under a name of its own that stays when the day moves; one query."""
    host = urlsplit(settings.PORTAL_ADDRESS).hostname
    return tuple(
        CalendarDay(
            uid=f"event-{event.pk}-day-{number}@{host}",
            starts_at=day.starts_at,
            ends_at=day.ends_at,
            place=day.place or event.place,
        )
        for number, day in enumerate(event.days.all(), start=1)
    )


def day_words(day: EventDay) -> str:
    """A day as mails and pages say it: Tuesday 8 December 2026, 09:30 to 16:30, Room 4."""
    start, end = timezone.localtime(day.starts_at), timezone.localtime(day.ends_at)
    words = f"{start:%A} {start.day} {start:%B %Y}, {start:%H:%M} to {end:%H:%M}"
    return f"{words}, {day.place}" if day.place else words
