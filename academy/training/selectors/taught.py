"""The events somebody taught or co-ordinated, as she can name them elsewhere."""

from dataclasses import dataclass
from datetime import date

from academy.training.choices import EventState
from academy.training.models import EventTeaching


@dataclass(frozen=True)
class Taught:
    """An event that was held, with its last day."""

    pk: int
    title: str
    on: date


def taught_by(person_id: int, *, on: date) -> list[Taught]:
    """What she held by the day, the newest first. One query."""
    held = EventTeaching.objects.filter(person_id=person_id, event__state=EventState.HELD, event__ends_on__lte=on)
    rows = held.select_related("event__course").order_by("-event__ends_on", "-pk")
    return [Taught(row.event_id, row.event.title or row.event.course.title, row.event.ends_on) for row in rows]
