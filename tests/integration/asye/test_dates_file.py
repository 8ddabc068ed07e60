"""The dates of a year that are to come, as a file for a calendar elsewhere."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from icalendar import Calendar

from asye.choices.enrolments import Role
from tests.factories.asye import MilestoneFactory, year_of
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, staff_of
from tests.integration.training.windows import window_of

pytestmark = pytest.mark.django_db
AHEAD = NOW.date() + timedelta(days=10)


@time_machine.travel(NOW, tick=False)
def test_who_sees_the_year_takes_its_dates_into_a_calendar_and_hers_has_no_name_in_it(settings: Any):
    settings.PORTAL_ADDRESS = "https://portal.example"
    here = OrganisationFactory()
    assessor = staff_of(here)
    year = year_of(staff_of(here), here, roles={Role.ASSESSOR: assessor})
    MilestoneFactory(enrolment=year, computed_on=AHEAD)
    MilestoneFactory(enrolment=year, code="gone", computed_on=NOW.date() - timedelta(days=1))
    address = f"/asye/{year.pk}/dates/calendar/"

    hers, others, strangers = (window_of(who).get(address) for who in (year.person, assessor, staff_of(here)))

    titles = []
    for response in (hers, others):
        [event] = Calendar.from_ical(response.content.decode()).events
        titles.append(str(event["summary"]))
        assert (event.decoded("dtstart"), str(event["uid"]), str(event["url"])) == (
            *(AHEAD, f"asye-{year.pk}-review-3@portal.example"),
            f"https://portal.example{year.get_absolute_url()}",
        )
    assert titles == ["ASYE: Three-month review", f"ASYE, {year.person.full_name}: Three-month review"]
    assert hers["Content-Disposition"] == 'attachment; filename="asye-dates.ics"'
    assert strangers.status_code == 404
    assert f'href="{address}"' in window_of(year.person).get(f"/asye/{year.pk}/dates/").content.decode()
