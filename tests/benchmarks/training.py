"""Training of the big academy: courses, events with places of everybody, and requests, built in bulk."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from academy.identity.models import Organisation, Person
from academy.training.choices import BookingState, EventState, RequestState, StageState
from academy.training.models import Booking, Course, EventDay, RequestStage, TrainingEvent, TrainingPolicy
from academy.training.models import TrainingRequest as Request

PLACES_EACH = 10
SEATS = 20
DAYS_APART = 30
BATCH = 2000
# One in so many people has a request that waits for her line manager; the third person is the first of them.
ASKS_EACH, FIRST_TO_ASK = 10, 2


def found_training(organisation: Organisation) -> None:
    """As many courses as everybody has places, and a policy."""
    Course.objects.bulk_create(
        Course(organisation=organisation, code=f"course-{number}", title=f"Course {number}", kind="course", days=1)
        for number in range(PLACES_EACH)
    )
    TrainingPolicy.objects.create(
        organisation=organisation, code="benchmark", valid_from=date(2020, 1, 1), checksum="0" * 64, content={}
    )


def train(organisation: Organisation, newcomers: list[Person], *, first: int, on: date, at: datetime) -> None:
    """A place for each with an event of every course, the last of them to come; and some requests."""
    courses = list(Course.objects.filter(organisation=organisation).order_by("pk"))
    groups = [newcomers[start : start + SEATS] for start in range(0, len(newcomers), SEATS)]
    places = [(course, number, group) for group in groups for number, course in enumerate(courses)]
    events = TrainingEvent.objects.bulk_create(
        (
            _event(organisation, course, on + timedelta(days=(number + 2 - PLACES_EACH) * DAYS_APART), on=on, at=at)
            for course, number, _ in places
        ),
        batch_size=BATCH,
    )
    EventDay.objects.bulk_create(map(_day, events), batch_size=BATCH)
    Booking.objects.bulk_create(
        (_booking(event, person, at) for event, (_, _, group) in zip(events, places, strict=True) for person in group),
        batch_size=BATCH,
    )
    asking = [each for number, each in enumerate(newcomers, first) if number % ASKS_EACH == FIRST_TO_ASK]
    requests = Request.objects.bulk_create(_requests(organisation, asking, at), batch_size=BATCH)
    RequestStage.objects.bulk_create(
        (
            RequestStage(request=each, order=1, decider="line_manager", state=StageState.OPEN, opened_at=at)
            for each in requests
        ),
        batch_size=BATCH,
    )


def _event(organisation: Organisation, course: Course, day: date, *, on: date, at: datetime) -> TrainingEvent:
    is_held = day < on
    return TrainingEvent(
        organisation=organisation,
        course=course,
        place="Room 2",
        capacity=SEATS,
        starts_on=day,
        ends_on=day,
        state=EventState.HELD if is_held else EventState.OPEN,
        opened_at=at - timedelta(days=400),
        closed_at=at if is_held else None,
        changed_at=at,
    )


def _day(event: TrainingEvent) -> EventDay:
    starts_at = timezone.make_aware(datetime.combine(event.starts_on, time(9, 30)))
    return EventDay(event=event, starts_at=starts_at, ends_at=starts_at + timedelta(hours=7))


def _booking(event: TrainingEvent, person: Person, at: datetime) -> Booking:
    asked_at = at - timedelta(days=350)
    return Booking(
        event=event,
        person=person,
        organisation=event.organisation,
        state=BookingState.ATTENDED if event.state == EventState.HELD else BookingState.HELD,
        asked_at=asked_at,
        seated_at=asked_at,
        booked_by=person,
    )


def _requests(organisation: Organisation, people: list[Person], at: datetime) -> Iterator[Request]:
    policy = TrainingPolicy.objects.get(organisation=organisation)
    for person in people:
        yield Request(
            person=person,
            organisation=organisation,
            policy=policy,
            title="A day outside",
            need="What it is for.",
            role_relevance="How it serves the job.",
            benefit="What the service gains.",
            days=1,
            starts_on=at.date() + timedelta(days=40),
            ends_on=at.date() + timedelta(days=40),
            state=RequestState.SUBMITTED,
            started_at=at,
            changed_at=at,
            submitted_at=at,
            asked_since=at,
        )
