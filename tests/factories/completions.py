"""Completions, bookings that were attended, and requirements matrices, for tests."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import factory

from academy.identity.models import Organisation, Person
from academy.training.choices import BookingState, CompletionSource, EventState
from academy.training.models import Booking, Completion, Feedback, RequirementMatrix
from academy.training.schema.matrix import MatrixFile
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


def matrix_of(organisation: Organisation, *lines: dict[str, Any], **said: Any) -> RequirementMatrix:
    """A matrix with these lines; a line that does not say for whom is for all staff. `stored` goes to the row only."""
    stored = said.pop("stored", {})
    values = {"organisation": organisation.slug, "code": "2026", "valid_from": date(2026, 1, 1), **said}
    file = MatrixFile.model_validate({**values, "lines": [required(**line) for line in lines]})
    return RequirementMatrix.objects.create(
        organisation=organisation,
        code=file.code,
        valid_from=file.valid_from,
        valid_to=file.valid_to,
        content=file.content,
        checksum="0" * 64,
        **stored,
    )


def required(**said: Any) -> dict[str, Any]:
    """A line of a matrix that requires the course it is called after, of all staff."""
    code = said["code"]
    return {"source": "The policy", "audiences": [{}], "requires": {"course": code}, **said}
