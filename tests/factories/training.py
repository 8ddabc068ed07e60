"""The offer, events, bookings and requests for tests. Factories store rows as they are."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import factory

from academy.training.choices import BookingState, EventState, OfferKind, ReviewState, TextKind
from academy.training.models import (
    Booking,
    Course,
    EventDay,
    Platform,
    Programme,
    PublishedText,
    QualityReview,
    ReviewAction,
    TrainingEvent,
    TrainingPolicy,
    TrainingRequest,
)
from tests.factories.identity import TODAY, OrganisationFactory, PersonFactory
from tests.factories.people import NOW

# A Tuesday, some weeks after the day tests are on.
EVENT_ON = date(2026, 12, 8)
EVENT_AT = datetime(2026, 12, 8, 9, 30, tzinfo=ZoneInfo("Europe/London"))


class PlatformFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Platform

    organisation = factory.SubFactory(OrganisationFactory)
    code = factory.Sequence(lambda number: f"platform-{number}")
    name = factory.Sequence(lambda number: f"Platform {number}")


class CourseFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Course

    organisation = factory.SubFactory(OrganisationFactory)
    code = factory.Sequence(lambda number: f"course-{number}")
    title = factory.Sequence(lambda number: f"Course {number}")
    kind = OfferKind.COURSE
    summary = "A day about it."
    days = "1.00"


class ProgrammeFactory(factory.django.DjangoModelFactory):
    """A programme; `courses` are put into it in their order."""

    class Meta:
        model = Programme
        skip_postgeneration_save = True

    organisation = factory.SubFactory(OrganisationFactory)
    code = factory.Sequence(lambda number: f"programme-{number}")
    title = factory.Sequence(lambda number: f"Programme {number}")

    @factory.post_generation
    def courses(self, create, courses, **kwargs):
        for order, course in enumerate(courses or (), start=1):
            self.courses.create(course=course, order=order)


class TrainingEventFactory(factory.django.DjangoModelFactory):
    """An event that is open for booking, without a day; `planned=True` makes it one that is not open yet."""

    class Meta:
        model = TrainingEvent

    class Params:
        planned = factory.Trait(state=EventState.PLANNED, opened_at=None)

    course = factory.SubFactory(CourseFactory)
    organisation = factory.SelfAttribute("course.organisation")
    place = "Room 2, Civic Centre"
    capacity = 12
    starts_on = EVENT_ON
    ends_on = EVENT_ON
    state = EventState.OPEN
    opened_at = NOW - timedelta(days=10)
    changed_at = NOW - timedelta(days=10)


class EventDayFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = EventDay

    event = factory.SubFactory(TrainingEventFactory)
    starts_at = EVENT_AT
    ends_at = factory.LazyAttribute(lambda day: day.starts_at + timedelta(hours=7))


class BookingFactory(factory.django.DjangoModelFactory):
    """A held place; `waiting=True` makes it a place in the queue."""

    class Meta:
        model = Booking

    class Params:
        waiting = factory.Trait(state=BookingState.WAITING, seated_at=None)

    event = factory.SubFactory(TrainingEventFactory)
    person = factory.SubFactory(PersonFactory)
    organisation = factory.SelfAttribute("event.organisation")
    state = BookingState.HELD
    asked_at = NOW - timedelta(days=5)
    seated_at = NOW - timedelta(days=5)
    booked_by = factory.SelfAttribute("person")


class TrainingPolicyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TrainingPolicy

    code = factory.Sequence(lambda number: f"training-{number}")
    valid_from = date(2026, 1, 1)
    checksum = "0" * 64


class PublishedTextFactory(factory.django.DjangoModelFactory):
    """A version that came with the portal."""

    class Meta:
        model = PublishedText

    organisation = factory.SubFactory(OrganisationFactory)
    key = factory.Sequence(lambda number: f"text-{number}")
    code = "2021"
    kind = TextKind.OFFER
    title = "What we offer"
    text = "Learning in-house follows the priorities of the service."
    owner = "The academy"
    valid_from = date(2021, 4, 1)
    checksum = "0" * 64


class QualityReviewFactory(factory.django.DjangoModelFactory):
    """A planned review; `held=True` makes it one that was held with findings."""

    class Meta:
        model = QualityReview

    class Params:
        held = factory.Trait(state=ReviewState.HELD, held_on=TODAY, findings="Practice is sound.")

    organisation = factory.SubFactory(OrganisationFactory)
    title = "Supervision in adults' services"
    lead = factory.SubFactory(PersonFactory)
    planned_on = TODAY


class ReviewActionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ReviewAction

    review = factory.SubFactory(QualityReviewFactory, held=True)
    what = "Audit ten records"
    owner = factory.SubFactory(PersonFactory)
    added_on = TODAY
    due_on = date(2026, 12, 18)


class TrainingRequestFactory(factory.django.DjangoModelFactory):
    """A draft of a request."""

    class Meta:
        model = TrainingRequest

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda number: f"Request {number}")
    started_at = NOW - timedelta(days=3)
    changed_at = NOW - timedelta(days=3)
