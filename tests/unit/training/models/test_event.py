"""What the database refuses of events, their days and who holds them, and what they say of themselves."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from academy.training.models import EventDay, EventTeaching
from tests.factories.identity import PersonFactory
from tests.factories.training import EVENT_AT, EventDayFactory, TrainingEventFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"state": "gone"}, "trainingevent_state_known"),
        ({"capacity": 0}, "trainingevent_capacity_at_least_1"),
        ({"minimum": 0}, "trainingevent_minimum_within_capacity"),
        ({"capacity": 5, "minimum": 6}, "trainingevent_minimum_within_capacity"),
        ({"starts_on": date(2026, 12, 9), "ends_on": date(2026, 12, 8)}, "trainingevent_dates_in_order"),
        ({"state": "cancelled"}, "trainingevent_cancelled_with_reason"),
    ],
)
def test_impossible_event_is_refused_by_the_database(said, name):
    with pytest.raises(IntegrityError, match=name):
        TrainingEventFactory(**said)


@pytest.mark.parametrize(
    "said",
    [
        {"capacity": 1, "minimum": 1},
        {"starts_on": date(2026, 12, 8), "ends_on": date(2026, 12, 8)},
        {"state": "cancelled", "cancelled_because": "The tutor is ill."},
    ],
)
def test_event_at_the_edge_of_a_constraint_is_kept(said):
    event = TrainingEventFactory(**said)
    event.refresh_from_db()

    assert {name: getattr(event, name) for name in said} == said


@pytest.mark.parametrize("hours", [0, -1])
def test_day_ends_after_it_starts(hours):
    with pytest.raises(IntegrityError, match="event_day_ends_after_it_starts"):
        EventDayFactory(ends_at=EVENT_AT + timedelta(hours=hours))


def test_two_days_of_an_event_do_not_begin_at_once_and_those_of_two_events_may():
    day = EventDayFactory()
    EventDayFactory(event=TrainingEventFactory(course=day.event.course))

    with pytest.raises(IntegrityError, match=r"event_day_once|starts_at"), transaction.atomic():
        EventDayFactory(event=day.event, ends_at=EVENT_AT + timedelta(hours=1))

    assert EventDay.objects.count() == 2


def test_colleague_holds_an_event_once():
    teaching = EventTeaching.objects.create(event=TrainingEventFactory(), person=PersonFactory())
    EventTeaching.objects.create(event=teaching.event, person=PersonFactory())

    with pytest.raises(IntegrityError, match=r"event_teaching_once|person_id"):
        EventTeaching.objects.create(event=teaching.event, person=teaching.person)


@pytest.mark.parametrize(
    ("state", "word", "shape"),
    [
        ("planned", "Being planned", "notyet"),
        ("open", "Open for booking", "doing"),
        ("held", "Held", "met"),
        ("cancelled", "Cancelled", "notyet"),
    ],
)
def test_state_of_an_event_is_a_word_and_a_shape(state, word, shape):
    event = TrainingEventFactory(state=state, cancelled_because="Too few came.")
    standing = event.standing.state

    assert (standing.word, standing.shape) == (word, shape)
    assert (event.is_planned, event.is_open) == (state == "planned", state == "open")


def test_event_is_called_by_its_own_title_else_by_its_courses():
    own, plain = TrainingEventFactory(title="Spring forum"), TrainingEventFactory(course__title="Practice forum")

    assert (own.name, plain.name) == ("Spring forum", "Practice forum")
    assert (str(own), str(plain)) == ("Spring forum", f"event {plain.pk}")


def test_days_and_holders_print_ids_and_no_names():
    event, person = TrainingEventFactory(), PersonFactory()
    day, teaching = EventDayFactory(event=event), EventTeaching.objects.create(event=event, person=person)

    assert str(day) == f"day {day.pk} of event {event.pk}"
    assert str(teaching) == f"{person.pk} holds event {event.pk}"
