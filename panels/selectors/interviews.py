"""Interviews for a post: those of somebody that are ahead, when one is, and the file that puts it into a calendar."""

from datetime import date, datetime, timedelta
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from academy.engines.notify.selectors.mails import address_of
from academy.engines.notify.writing import Attachment
from academy.identity.actor import Actor
from academy.people.rules.spans import in_words
from academy.training.rules.calendar import CalendarDay, Invitation, Method, calendar_file
from panels.choices.outcomes import AppointmentState
from panels.models import Appointment, Case
from panels.rules.visibility import As, Sight

# How much of a calendar an interview takes: nobody says how long it lasts, and an hour keeps the time free.
LASTS = timedelta(hours=1)


def interviews_of(actor: Actor, *, until: date) -> list[tuple[date, str, Case]]:
    """The actor's own interviews from her day until that one, the next first: the day, for what, when and where, and
    the case. One query."""
    own = Case.objects.at_table(actor, Sight.APPOINTMENT, among={As.CANDIDATE}).order_by().values("pk")
    asked = Appointment.objects.filter(case__in=own, state=AppointmentState.INVITED)
    rows = asked.filter(interview_at__date__range=(actor.on, until)).order_by("interview_at", "pk")
    return [_interview(each) for each in rows.select_related("case", "vacancy")]


def when_of(appointment: Appointment) -> str:
    """When the interview is: "14 December 2026, 10:30"; empty where none is named."""
    if appointment.interview_at is None:
        return ""
    begins = timezone.localtime(appointment.interview_at)
    return f"{in_words(begins.date())}, {begins:%H:%M}"


def is_to_come(appointment: Appointment, *, at: datetime) -> bool:
    """Is there an interview that has not begun?"""
    return appointment.interview_at is not None and appointment.interview_at > at


def calendar_file_of(appointment: Appointment, *, at: datetime) -> Attachment | None:
    """The candidate's interview for her calendar, as it stands now: to be taken in or moved, and taken out again where
    she is not invited any more. None where no interview is named. At most two queries."""
    begins = appointment.interview_at
    if begins is None:
        return None
    method = Method.REQUEST if appointment.state == AppointmentState.INVITED else Method.CANCEL
    page = f"{settings.PORTAL_ADDRESS}{appointment.case.get_absolute_url()}"
    host = urlsplit(settings.PORTAL_ADDRESS).hostname
    post = appointment.vacancy.title if appointment.vacancy else ""
    invitation = Invitation(
        title=f"Interview: {post}",
        about=page,
        url=page,
        organiser=parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        attendee=address_of(appointment.case.person),
        sequence=int(at.timestamp()),
        days=(
            CalendarDay(
                uid=f"interview-{appointment.pk}@{host}",
                starts_at=begins,
                ends_at=begins + LASTS,
                place=appointment.interview_place,
            ),
        ),
    )
    text = calendar_file(invitation, method=method, at=at, of="Panels")
    return Attachment("interview.ics", f"text/calendar; method={method}", text)


def _interview(appointment: Appointment) -> tuple[date, str, Case]:
    begins = timezone.localtime(appointment.interview_at)
    post = appointment.vacancy.title if appointment.vacancy else ""
    return begins.date(), f"{post}, {begins:%H:%M}, {appointment.interview_place}", appointment.case
