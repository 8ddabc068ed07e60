"""Completions and bookings that were attended, for tests."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import factory

from academy.identity.models import Person
from academy.training.choices import BookingState, CompletionSource, EventState
from academy.training.models import Booking, Completion, Feedback
from tests.factories.identity import OrganisationFactory, PersonFactory
from tests.factories.people import NOW
from tests.factories.training import BookingFactory, CourseFactory, EventDayFactory

# A Tuesday a week before the day tests are on.
HELD_ON = date(2026, 11, 10)
HELD_AT = datetime(2026, 11, 10, 9, 30, tzinfo=ZoneInfo("Europe/London"))


class CompletionFactory(factory.django.DjangoModelFactory):
    """A completion the academy noted, which counts for good."""

    class Meta:
        model = Completion

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    course = factory.SubFactory(CourseFactory, organisation=factory.SelfAttribute("..organisation"))
    completed_on = HELD_ON
    source = CompletionSource.NOTED
    noted_by = factory.SubFactory(PersonFactory)
    noted_at = NOW - timedelta(days=1)


class FeedbackFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Feedback

    useful = 3
    given_at = NOW


def attended_by(person: Person, *, state: str = BookingState.ATTENDED, **event: Any) -> Booking:
    """Somebody's booking of an event that was held a week ago, on one day from 9:30 to 16:30."""
    values = {"starts_on": HELD_ON, "ends_on": HELD_ON, "state": EventState.HELD, "closed_at": NOW, **event}
    booking: Booking = BookingFactory(person=person, state=state, **{f"event__{name}": values[name] for name in values})
    EventDayFactory(event=booking.event, starts_at=HELD_AT)
    return booking
