"""What people has a date for: a registration that runs out. And who is here to be reminded."""

from collections.abc import Iterator

from django.urls import reverse

from academy.engines.reminders.deadlines import (
    ABOUT,
    HERSELF,
    Asked,
    Audience,
    Deadline,
    Found,
    Line,
    Offset,
    Told,
    declare,
)
from academy.engines.reminders.whereabouts import Whereabouts, register_whereabouts
from academy.engines.reminders.wording import when
from academy.people.models import Registration
from academy.people.querysets import holds_on
from academy.people.selectors.line_management import line_manager_of
from academy.people.selectors.whereabouts import people_away, people_here

LINE_MANAGER = Audience("her line manager", lambda on: line_manager_of(on, person=ABOUT))


def _expiring(asked: Asked) -> Iterator[Found]:
    """Registrations that are held, and whose present renewal runs out on one of the days. Renewed, the day moves."""
    yield Found(rows=Registration.objects.filter(holds_on(asked.on)), due="expires_on")


def _line(told: Told) -> Line:
    whose = "Your registration" if told.is_own else f"The registration of {told.about.full_name}"
    verb = "runs" if told.days_left >= 0 else "ran"
    return Line(f"{whose} {verb} out on {when(told)}.", reverse("people:person", args=[told.about.pk]))


REGISTRATION = Deadline(
    key="people.registration",
    title="A registration that runs out",
    find=_expiring,
    offsets=(Offset(-30), Offset(-14), Offset(-3, to=(HERSELF, LINE_MANAGER)), Offset(0)),
    line=_line,
)

register_whereabouts(Whereabouts(here=people_here, away=people_away))
declare(REGISTRATION)
