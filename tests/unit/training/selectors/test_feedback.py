from datetime import date, timedelta

import pytest

from academy.identity.actor import Actor
from academy.training.choices import BookingState
from academy.training.selectors.feedback import attended_lately, feedback_on
from tests.factories.completions import FeedbackFactory, attended_by
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import as_actor, staff_of
from tests.factories.training import BookingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def her():
    return staff_of(OrganisationFactory())


def test_event_is_told_by_numbers_and_words(her, django_assert_num_queries):
    booking = attended_by(her)
    FeedbackFactory(booking=booking, takes_along="B")
    for takes in ("A", ""):
        other = BookingFactory(event=booking.event, state=BookingState.PART)
        FeedbackFactory(booking=other, takes_along=takes)
    BookingFactory(event=booking.event, state=BookingState.ATTENDED)
    BookingFactory(event=booking.event, state=BookingState.NO_SHOW)
    FeedbackFactory(booking=attended_by(her))

    with django_assert_num_queries(2):
        found = feedback_on(booking.event)

    assert (found.given, found.attended, found.takes_along) == (3, 4, ("A", "B"))


def test_what_she_attended_lately_is_found(her):
    lately = attended_by(her, state=BookingState.PART)
    just = attended_by(her, starts_on=TODAY - timedelta(days=28), ends_on=TODAY - timedelta(days=28))
    attended_by(her, starts_on=date(2026, 10, 19), ends_on=date(2026, 10, 19))
    attended_by(her, state=BookingState.NO_SHOW)
    attended_by(staff_of(OrganisationFactory()))

    assert attended_lately(as_actor(her)) == [just, lately]


def test_account_without_a_person_attended_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert attended_lately(Actor.system("nobody", on=TODAY)) == []
