from datetime import timedelta

import pytest

from academy.engines.worklist.days import days_ahead
from tests.factories.events import event_of, on_the_list
from tests.factories.identity import OrganisationFactory
from tests.factories.people import as_actor, staff_of
from tests.factories.training import EVENT_AT

pytestmark = pytest.mark.django_db


def test_diary_names_each_day_of_an_event_she_has_a_place_with():
    council = OrganisationFactory()
    her = staff_of(council)
    on_the_list(event_of(council, days=2, title="Legal literacy"), person=her)
    on_the_list(event_of(council, title="Only waited for"), person=her, waiting=True)

    found = [day for day in days_ahead(as_actor(her), days=90) if "/training/events/" in day.url]

    first = EVENT_AT.date()
    assert [(day.on, day.what, day.detail) for day in found] == [
        (first, "Legal literacy", "09:30, Room 2, Civic Centre"),
        (first + timedelta(days=1), "Legal literacy", "09:30, Room 2, Civic Centre"),
    ]
