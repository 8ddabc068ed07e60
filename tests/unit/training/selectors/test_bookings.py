"""What is read of places: days to come, sheets that are open, whom somebody may book for, and moments in words."""

from datetime import UTC, datetime, timedelta

import pytest

from academy.people.choices import RoleCode
from academy.training.choices import BookingState, EventState
from academy.training.models import EventTeaching
from academy.training.selectors.bookings import (
    held_days,
    moment_words,
    my_bookings,
    offered_places,
    open_sheets,
    people_to_book,
)
from tests.factories.events import event_of, offered_to, on_the_list
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import NOW, as_actor, holder_of, staff_of
from tests.factories.training import EVENT_AT, EVENT_ON

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return OrganisationFactory()


@pytest.fixture
def her(council):
    return staff_of(council)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (None, ""),
        (datetime(2026, 11, 19, 9, 30, tzinfo=UTC), "19 November, 09:30"),
        (datetime(2026, 7, 1, 23, 15, tzinfo=UTC), "2 July, 00:15"),
    ],
)
def test_moment_is_said_in_clock_time_of_london(moment, words):
    assert moment_words(moment) == words


def test_days_are_those_of_her_places_up_to_the_last_one_asked_for(council, her):
    event = event_of(council, days=2)
    on_the_list(event, person=her)
    on_the_list(event_of(council), person=her, waiting=True)
    on_the_list(event_of(council, state=EventState.CANCELLED, cancelled_because="Too few."), person=her)
    on_the_list(event_of(council))
    first, second = event.days.all()

    found = {until: list(held_days(as_actor(her), until)) for until in (TODAY, EVENT_ON, EVENT_ON + timedelta(days=1))}

    assert list(found.values()) == [[], [first], [first, second]]


def test_offers_are_hers_the_soonest_to_end_first(council, her):
    late = offered_to(event_of(council), person=her, kept_until=NOW + timedelta(days=3))
    soon = offered_to(event_of(council), person=her, kept_until=NOW + timedelta(days=1))
    offered_to(event_of(council))
    on_the_list(event_of(council), person=her)

    assert list(offered_places(as_actor(her))) == [soon, late]


@pytest.mark.parametrize(
    ("state", "on", "is_open"),
    [
        (EventState.OPEN, EVENT_ON - timedelta(days=1), False),
        (EventState.OPEN, EVENT_ON, True),
        (EventState.HELD, EVENT_ON, False),
    ],
)
def test_sheet_is_open_from_the_first_day_until_it_is_closed(council, her, state, on, is_open):
    event = event_of(council, state=state)
    EventTeaching.objects.create(event=event, person=her)

    assert list(open_sheets(as_actor(her, on=on))) == ([event] if is_open else [])
    assert list(open_sheets(as_actor(staff_of(council), on=on))) == []


def test_own_bookings_to_come_stand_apart_from_those_that_ended(council, her):
    coming = on_the_list(event_of(council), person=her)
    ended = on_the_list(event_of(council), person=her, state=BookingState.CANCELLED, ended_at=NOW)
    on_the_list(event_of(council))

    mine = my_bookings(as_actor(her))

    assert (list(mine.coming), list(mine.past)) == ([coming], [ended])


class TestPeopleToBook:
    def test_manager_is_offered_her_people_without_a_place(self, council):
        manager = staff_of(council)
        free, placed = staff_of(council, line_manager=manager), staff_of(council, line_manager=manager)
        event = event_of(council)
        on_the_list(event, person=placed)
        gone = on_the_list(event, person=staff_of(council, line_manager=manager), state="lapsed", ended_at=EVENT_AT)

        found = people_to_book(event, as_actor(manager))

        assert {person.pk for person in found} == {free.pk, gone.person_id}

    def test_academy_finds_people_of_its_organisation_by_name_only(self, council, her):
        academy, event = as_actor(holder_of(RoleCode.ACADEMY_STAFF, council)), event_of(council)
        namesake = staff_of(OrganisationFactory())
        type(her).objects.filter(pk__in=[her.pk, namesake.pk]).update(family_name="Okafor")

        assert people_to_book(event, academy) == []
        assert people_to_book(event, academy, name="Okafor") == [her]

    def test_colleague_finds_nobody(self, council, her):
        assert people_to_book(event_of(council), as_actor(her), name=staff_of(council).family_name) == []
