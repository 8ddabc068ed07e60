"""Events somebody taught, and those she is to teach."""

from datetime import date

import pytest

from academy.engines.facts.facts import Fact
from academy.training.models import EventTeaching
from academy.training.selectors.teaching_facts import teaching_facts
from tests.factories.completions import HELD_ON
from tests.factories.identity import TODAY, PersonFactory
from tests.factories.training import EVENT_ON, TrainingEventFactory

pytestmark = pytest.mark.django_db


def taught(person, *, on=HELD_ON, state="held"):
    event = TrainingEventFactory(starts_on=on, ends_on=on, state=state, cancelled_because="No room.")
    return EventTeaching.objects.create(event=event, person=person)


def told(*people):
    return list(teaching_facts([person.pk for person in people], on=TODAY, keys=["training.teaching"]))


def test_event_counts_once_it_was_held_and_is_expected_while_it_is_open():
    her = PersonFactory()
    held, to_come = taught(her), taught(her, on=EVENT_ON, state="open")

    assert told(her) == [
        Fact(
            key="training.teaching",
            person=her.pk,
            on=HELD_ON,
            source="Event taught",
            link=f"/training/events/{held.event_id}/",
        ),
        Fact(
            key="training.teaching",
            person=her.pk,
            on=EVENT_ON,
            source="Event to be taught",
            link=f"/training/events/{to_come.event_id}/",
            expected=True,
        ),
    ]


@pytest.mark.parametrize(
    ("state", "day"), [("planned", EVENT_ON), ("cancelled", HELD_ON), ("open", date(2026, 11, 16))]
)
def test_event_that_was_not_held_or_is_not_sure_tells_nothing(state, day):
    assert told(taught(PersonFactory(), on=day, state=state).person) == []


@pytest.mark.parametrize("number", [1, 3])
def test_teaching_of_many_people_is_read_in_one_query(number, django_assert_num_queries):
    people = [PersonFactory() for _ in range(number)]
    for person in people:
        taught(person)

    with django_assert_num_queries(1):
        assert [fact.person for fact in told(*people)] == [person.pk for person in people]
