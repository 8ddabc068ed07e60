"""A part goes to somebody else on a page, and who had it hands over."""

from datetime import timedelta

import pytest
import time_machine

from academy.engines.guard.models import Overrule
from asye.choices.enrolments import Role
from asye.models import Part
from asye.services.enrolments import enrol
from tests.factories.asye_enrolling import council
from tests.factories.people import NOW, RegistrationFactory, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


@pytest.fixture
def here():
    return council()


@pytest.fixture
def year(here):
    return enrol(person=here.nqsw, details=here.details(), by=here.by, at=NOW)


def test_part_is_given_to_somebody_found_by_name_and_the_one_before_hands_over(here, year):
    ruth = staff_of(here.organisation)
    RegistrationFactory(person=ruth)
    address = f"/asye/{year.pk}/parts/assessor/"
    desk = browser(here.coordinator)
    page = words(desk.get(address, {"q": ruth.family_name}))
    assert f"{here.assessor.full_name} has this part since 17 November 2026" in page
    assert f"{ruth.full_name} (assessor of nobody now)" in page

    said = {"person": ruth.pk, "from_on": "18 November 2026", "because": "Tom moves to another team."}
    done = desk.post(f"{address}?q={ruth.family_name}", said)
    assert (done.status_code, done.url) == (302, year.get_absolute_url())
    before = Part.objects.get(enrolment=year, person=here.assessor)

    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        tom, handing = browser(here.assessor), f"/asye/handovers/{before.pk}/"
        assert [browser(who).get(handing).status_code for who in (here.coordinator, here.nqsw, ruth)] == [404] * 3
        assert f"{ruth.full_name} has the part now." in words(tom.get(handing))
        assert tom.post(handing, {"handover": "She is ready for court work."}).url == "/asye/"
        assert tom.get(handing).status_code == 404
        hers = words(browser(here.nqsw).get(year.get_absolute_url()))
        assert "handed over on 18 November 2026: She is ready for court work." in hers
        assert "Why it changed hands: Tom moves to another team." in hers
        assert Overrule.objects.count() == 0


def test_only_who_runs_the_year_changes_parts_and_an_unknown_one_is_not_found(here, year):
    answers = [
        browser(who).get(f"/asye/{year.pk}/parts/{role}/").status_code
        for who, role in (
            (here.manager, Role.ASSESSOR),
            (here.nqsw, Role.ASSESSOR),
            (staff_of(here.organisation), Role.ASSESSOR),
            (here.coordinator, "nqsw"),
        )
    ]
    assert answers == [403, 403, 404, 404]
    theirs = words(browser(here.manager).get(year.get_absolute_url()))
    assert ("Who is who" in theirs, "/parts/assessor/" in theirs) == (True, False)
    assert "/parts/supervisor/" in words(browser(here.coordinator).get(year.get_absolute_url()))
