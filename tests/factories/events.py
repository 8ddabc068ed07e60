"""Events with their days for tests, and who is on the way to them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from academy.identity.models import Organisation, Person
from academy.training.choices import BookingState
from academy.training.models import Booking, TrainingEvent
from tests.factories.people import NOW, staff_of
from tests.factories.training import EVENT_AT, BookingFactory, EventDayFactory, TrainingEventFactory

# While the event of the factories is on.
DURING = EVENT_AT + timedelta(hours=1)
LONG_AFTER = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


def event_of(organisation: Organisation, *, days: int = 1, **values: Any) -> TrainingEvent:
    """An event of the organisation that is open for booking, on so many days in a row."""
    values.setdefault("ends_on", EVENT_AT.date() + timedelta(days=days - 1))
    event: TrainingEvent = TrainingEventFactory(course__organisation=organisation, **values)
    for number in range(days):
        EventDayFactory(event=event, starts_at=EVENT_AT + timedelta(days=number))
    return event


def on_the_list(event: TrainingEvent, *, person: Person | None = None, **values: Any) -> Booking:
    """Somebody of the event's organisation who holds a place, or what the values make of it."""
    booking: Booking = BookingFactory(event=event, person=person or staff_of(event.organisation), **values)
    return booking


def offered_to(event: TrainingEvent, *, person: Person | None = None, **values: Any) -> Booking:
    """Somebody to whom a place is offered until two days from now, unless `kept_until` says otherwise."""
    values.setdefault("kept_until", NOW + timedelta(days=2))
    return on_the_list(event, person=person, state=BookingState.OFFERED, seated_at=None, **values)
