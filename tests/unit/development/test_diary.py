from datetime import date

import pytest

from academy.engines.worklist.days import days_ahead
from tests.factories.development import CpdPolicyFactory, EntryFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.people import as_actor, member_of, staff_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("kept", "detail"), [(0, "Nothing kept in it yet"), (1, "")])
def test_diary_names_the_end_of_the_stretch_and_whether_it_is_empty(kept, detail):
    here = OrganisationFactory()
    amara = staff_of(here)
    CpdPolicyFactory(rhythm_weeks=12)
    EntryFactory.create_batch(kept, author=amara, organisation=here, started_on=date(2026, 9, 14))

    [day] = days_ahead(as_actor(amara), days=90)

    assert (day.on, day.what, day.detail) == (date(2026, 12, 6), "12-week stretch ends", detail)


def test_diary_of_somebody_without_a_post_names_no_stretch():
    assert days_ahead(as_actor(member_of(OrganisationFactory())), days=90) == []
