from datetime import timedelta

import pytest

from academy.engines.notify.models import Notice
from academy.engines.reminders.sweeping import sweep
from tests.factories.events import event_of, on_the_list
from tests.factories.identity import OrganisationFactory
from tests.factories.people import account_of
from tests.factories.reminders import AT
from tests.factories.training import EVENT_ON

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("days", "words"), [(7, "8 December, in 7 days"), (1, "8 December, which is tomorrow"), (0, None)]
)
def test_who_has_a_place_is_reminded_a_week_and_a_day_before(days, words):
    booking = on_the_list(event_of(OrganisationFactory(), title="Legal literacy"))
    account_of(booking.person)

    sweep(on=EVENT_ON - timedelta(days=days), at=AT)

    said = [notice.body for notice in Notice.objects.filter(person=booking.person)]
    line = f"You have a place with “Legal literacy”: {words}, Room 2, Civic Centre."
    assert (line in "".join(said)) is (words is not None)
