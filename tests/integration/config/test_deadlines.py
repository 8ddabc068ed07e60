"""The deadlines of all apps together, as the sweep asks them."""

import pytest

from academy.engines.reminders.deadlines import declared
from academy.engines.reminders.finding import note_due
from tests.factories.identity import TODAY, OrganisationFactory
from tests.factories.people import staff_of
from tests.factories.reminders import AT

pytestmark = pytest.mark.django_db


def test_nobody_hears_of_anything_where_nothing_is_due():
    staff_of(OrganisationFactory())

    assert note_due(on=TODAY, at=AT) == 0
    assert {each.key.partition(".")[0] for each in declared()} >= {"asye", "development", "people", "portfolios"}
