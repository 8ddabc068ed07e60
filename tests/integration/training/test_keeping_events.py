"""The academy's pages about its events: bad answers stand next to their field, and nothing typed is lost."""

import pytest
import time_machine
from django.urls import reverse

from academy.people.choices import RoleCode
from academy.training.choices import BookingState, EventState
from academy.training.models import TrainingEvent
from tests.factories.events import event_of, on_the_list
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, holder_of, staff_of
from tests.factories.training import CourseFactory
from tests.integration.training.windows import own_queries, shown, window_of

pytestmark = pytest.mark.django_db
# Queries of a page beyond those every page asks.
LIST = 3


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def academy(council):
    return window_of(holder_of(RoleCode.ACADEMY_STAFF, council))


@pytest.fixture
def course(council):
    return CourseFactory(organisation=council, title="Mental Capacity Act")


def at(name, *args):
    return reverse(f"training_settings:{name}", args=args)


def answers(of, **changed):
    return {
        "course": str(of.pk),
        "days": "8 December 2026, 9:30 to 16:30\n9 December 2026, 9 to 12, Room 4",
        "place": "Room 2, Civic Centre",
        "capacity": "12",
        "minimum": "4",
    } | changed


def test_event_is_planned_opened_changed_and_cancelled(council, academy, course):
    holder = staff_of(council)
    page = shown(academy.post(at("plan-event"), answers(course, holders=holder.full_name), follow=True))
    event = TrainingEvent.objects.get()
    assert ("The event is planned." in page, "Being planned" in page) == (True, True)
    assert (event.days.count(), event.capacity, event.teaching.get().person) == (2, 12, holder)
    assert window_of(staff_of(council)).get(event.get_absolute_url()).status_code == 404

    academy.post(at("open-event", event.pk))
    assert window_of(staff_of(council)).get(event.get_absolute_url()).status_code == 200

    form = shown(academy.get(at("change-event", event.pk)))
    assert "8 December 2026, 09:30 to 16:30 9 December 2026, 09:00 to 12:00, Room 4" in form
    academy.post(at("change-event", event.pk), answers(course, capacity="14"))
    event.refresh_from_db()
    assert (event.capacity, event.days.count(), event.edition, event.teaching.count()) == (14, 2, 0, 0)

    academy.post(at("cancel-event", event.pk), {"reason": "The trainer is ill."})
    event.refresh_from_db()
    assert (event.state, event.cancelled_because) == (EventState.CANCELLED, "The trainer is ill.")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("days", "8 December 2026, 9 to 12\n8 December 2026, 11 to 16", "8 December 2026: two days overlap."),
        ("days", "8 December 2026, 16 to 9", "8 December 2026: the end has to be after the start."),
        ("days", "8 December 2025, 9 to 16", "8 December 2025 is in the past. Choose a day to come."),
        ("days", "next week", "Line 1: write the day, a comma, and from when to when"),
        ("days", "", "Write an answer to “When is it?”."),
        ("capacity", "-3", "An event has at least 1 place."),
        ("capacity", "many", "Write a whole number, for example 12."),
        ("capacity", "1001", "Write a number of at most 1000."),
        ("minimum", "13", "Write a number from 1 to 12, the number of places."),
        ("place", "", "Say where it is, or give the link"),
        ("url", "not a link", "Write the whole address"),
        ("holders", "Nobody Atall", "Nobody here is called Nobody Atall. Write the work e-mail address."),
        ("course", "999", "Choose one of the answers shown."),
    ],
)
def test_bad_answer_is_said_next_to_its_field_and_nothing_is_lost(academy, course, field, value, sentence):
    response = academy.post(at("plan-event"), answers(course, about="Bring a case.", **{field: value}))

    page = shown(response)
    assert (response.status_code, TrainingEvent.objects.count()) == (422, 0)
    assert (sentence in page, f'id="id_{field}_error' in page, "Bring a case." in page) == (True, True, True)


def test_two_of_one_name_are_told_apart_by_address(council, academy, course):
    twins = [staff_of(council) for _ in range(2)]
    type(twins[0]).objects.filter(pk__in=[each.pk for each in twins]).update(given_name="Ann", family_name="Lee")

    page = shown(academy.post(at("plan-event"), answers(course, holders="Ann Lee")))
    assert "Several people are called Ann Lee. Write the work e-mail address." in page

    academy.post(at("plan-event"), answers(course, holders=f"{twins[1].work_email}\n\n{twins[1].work_email}"))
    assert TrainingEvent.objects.get().teaching.get().person == twins[1]


def test_fewer_places_than_are_taken_are_refused_at_the_field(council, academy, course):
    event = event_of(council, course=course, capacity=3)
    on_the_list(event)
    on_the_list(event)

    response = academy.post(at("change-event", event.pk), answers(course, capacity="1", minimum="1"))

    assert (response.status_code, "2 places are taken." in shown(response)) == (422, True)


def test_cancelling_needs_a_reason(council, academy):
    event = event_of(council)

    response = academy.post(at("cancel-event", event.pk), {"reason": ""})

    event.refresh_from_db()
    assert (response.status_code, event.state) == (422, EventState.OPEN)


def test_list_tells_who_comes_who_waits_and_where_too_few_come(council, academy):
    event = event_of(council, title="Legal literacy", capacity=5, minimum=3)
    on_the_list(event)
    on_the_list(event, waiting=True)
    event_of(OrganisationFactory(), title="Elsewhere")

    page = shown(academy.get(at("events")))

    assert ("Legal literacy" in page, "1 of 5" in page, "fewer than the 3 wanted" in page) == (True, True, True)
    assert "Elsewhere" not in page


def test_past_events_stand_apart(council):
    event_of(council, title="Legal literacy")
    with time_machine.travel("2027-02-01 09:00", tick=False):
        academy = window_of(holder_of(RoleCode.ACADEMY_STAFF, council))
        past, coming = shown(academy.get(at("events"), {"past": ""})), shown(academy.get(at("events")))

    assert ("Legal literacy" in past, "Legal literacy" in coming) == (True, False)
    assert "No event is planned. Plan one of any course." in coming


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_database_as_often_however_many_there_are(council, academy, number):
    for _ in range(number):
        on_the_list(event_of(council), state=BookingState.HELD)

    assert own_queries(academy, at("events")) == LIST


@pytest.mark.parametrize("name", ["events", "plan-event"])
def test_nobody_but_the_academy_keeps_events(council, name):
    assert window_of(staff_of(council)).get(at(name)).status_code == 403


@pytest.mark.parametrize("name", ["change-event", "cancel-event"])
def test_nobody_but_the_academy_keeps_an_event(council, name):
    assert window_of(staff_of(council)).get(at(name, event_of(council).pk)).status_code == 403
