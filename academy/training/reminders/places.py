"""Events somebody has a place with: she is reminded a week and a day before the first day."""

from collections.abc import Iterator

from django.db.models import F
from django.urls import reverse

from academy.engines.reminders.deadlines import Asked, Deadline, Found, Line, Offset, Told, declare
from academy.engines.reminders.wording import when
from academy.training.choices import BookingState, EventState
from academy.training.models import Booking


def _coming(asked: Asked) -> Iterator[Found]:
    held = Booking.objects.filter(state=BookingState.HELD, event__state=EventState.OPEN)
    yield Found(rows=held.annotate(event_on=F("event__starts_on")), due="event_on")


def _line(told: Told) -> Line:
    event = Booking.objects.select_related("event__course").get(pk=told.subject_id).event
    where = f", {event.place}" if event.place else ""
    return Line(f"You have a place with “{event.name}”: {when(told)}{where}.", _page(told))


def _page(told: Told) -> str:
    return reverse("training:booking", args=[told.subject_id])


EVENT = Deadline(
    key="training.event",
    title="An event you have a place with",
    find=_coming,
    offsets=(Offset(-7), Offset(-1)),
    line=_line,
    is_optional=True,
)

declare(EVENT)
