"""Enrolling on pages: what is known is read back, eligibility explained, then she is enrolled; where the ASYE opens."""

from dataclasses import replace
from datetime import date

import pytest

from academy.people.models import Terms
from asye.choices.enrolments import Role
from asye.models import Enrolment
from asye.rules.policy import PLAIN
from asye.services.enrolments import enrol
from tests.factories.asye import MilestoneFactory, year_of
from tests.factories.asye_enrolling import council
from tests.factories.identity import OrganisationFactory
from tests.factories.people import NOW, staff_of
from tests.integration.pages import browser, day, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


@pytest.fixture
def here():
    return council()


def sent(here, **said):
    plain = {"assessor": here.assessor.pk, "coordinator": here.coordinator.pk, "knowledge_current": ""}
    days = {**day("starts_on", date(2026, 11, 23)), **day("qualified_on", date(2026, 7, 1))}
    return {**days, **plain, "agency_agreement": "", **said}


def test_what_is_known_is_read_back_eligibility_explained_and_then_she_is_enrolled(here):
    desk, address = browser(here.coordinator), f"/asye/enrol/{here.nqsw.pk}/"
    assert f"{here.nqsw.full_name}</a>" in words(desk.get("/asye/enrol/"))
    asked = words(desk.get(address))
    assert here.manager.full_name in asked
    assert "SWE from" in asked
    assert f"{here.assessor.full_name} (assessor of nobody now)" in asked

    explained = desk.post(address, sent(here))
    assert explained.status_code == 200
    told = words(explained)
    assert "She is eligible, under ASYE, adults" in told
    assert "Qualified on 1 July 2026, at most 2 years before the start." in told
    assert "No grant is known for years that start on 23 November 2026." in told
    assert Enrolment.objects.count() == 0

    seen = explained.context["form"]["seen"].value()
    changed = desk.post(address, sent(here, seen=seen, **day("qualified_on", date(2026, 7, 2))))
    assert (changed.status_code, Enrolment.objects.count()) == (200, 0)
    done = desk.post(address, sent(here, seen=seen))

    year = Enrolment.objects.get()
    assert (done.status_code, done.url) == (302, year.get_absolute_url())
    assert browser(here.nqsw).get("/asye/").url == year.get_absolute_url()
    refused = desk.post(address, sent(here, seen=seen))
    assert "A year of hers is under way" in words(refused)


def test_start_that_cannot_be_is_told_with_every_condition(here):
    desk, address = browser(here.coordinator), f"/asye/enrol/{here.nqsw.pk}/"
    refused = desk.post(address, sent(here, is_agency="on", **day("qualified_on", date(2023, 7, 1))))
    assert refused.status_code == 422
    told = words(refused)
    assert "She cannot start like this" in told
    assert "more than 2 years before the start. Note why her knowledge is current." in told
    assert "Write who gives support and assessment" in told
    here.policy.delete()
    without = desk.post(address, sent(here))
    assert "No ASYE policy holds for her service on that day." in words(without)


def test_only_who_runs_the_programme_finds_the_way_to_enrol(here):
    address = f"/asye/enrol/{here.nqsw.pk}/"
    statuses = [
        browser(who).get(url).status_code for who in (here.manager, here.nqsw) for url in ("/asye/enrol/", address)
    ]
    assert statuses == [403] * 4
    assert "In a newly qualified post" in words(browser(here.coordinator).get("/asye/enrol/"))
    asked = words(browser(here.coordinator).get("/asye/enrol/", {"q": "nobody of this name"}))
    assert "Nobody found who can be enrolled." in asked


def test_practice_assessor_is_asked_for_where_the_policy_has_one():
    roles = (Role.NQSW, Role.MANAGER, Role.PRACTICE_ASSESSOR)
    by_four = (*roles, Role.COORDINATOR)
    rules = replace(PLAIN, attends=roles, agreement_signs=by_four, consents=by_four, recommends=Role.PRACTICE_ASSESSOR)
    here = council(rules)
    page = browser(here.coordinator).get(f"/asye/enrol/{here.nqsw.pk}/")
    assert [name for name in page.context["form"].fields if name in Role.values] == [
        "practice_assessor",
        "supervisor",
        "coordinator",
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_assessor_opens_her_years_by_their_next_date_in_as_many_queries(count, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("asye.selectors.mine.waiting_of_app", lambda actor, app: [])  # the worklist counts its own
    here = OrganisationFactory()
    tom = staff_of(here)
    for number in range(count):
        year = year_of(staff_of(here), here, roles={Role.ASSESSOR: tom})
        MilestoneFactory(enrolment=year, due_on=date(2027, 1, 9 - number))
        for kind in ("observation", "submission", "panel"):
            MilestoneFactory(enrolment=year, kind=kind, code=kind, due_on=date(2027, 6, 1))
    client = browser(tom)
    client.get("/asye/")

    with django_assert_num_queries(12):
        page = client.get("/asye/")

    assert [year.next.due_on.day for year in page.context["years"]] == [9 - number for number in reversed(range(count))]
    assert "you are the assessor" in words(page)


def test_home_says_what_waits_for_her_in_each_year(here):
    enrol(person=here.nqsw, details=here.details(), by=here.by, at=NOW)
    Terms.objects.filter(post__person=here.assessor).update(until_on=date(2026, 11, 16))
    page = words(browser(here.coordinator).get("/asye/"))
    assert f'Waits for you: <a class="govuk-link" href="/asye/{Enrolment.objects.get().pk}/parts/assessor/">' in page


def test_who_has_no_part_reads_that_plainly_and_a_co_ordinator_finds_her_desk(here):
    assert "You have no part in an assessed and supported year" in words(browser(here.manager).get("/asye/"))
    assert 'href="/asye/enrol/"' in words(browser(here.coordinator).get("/asye/"))
    assert ">ASYE</a>" not in words(browser(here.manager).get("/asye/")).split("<main", maxsplit=1)[0]
    assert ">ASYE" in words(browser(here.coordinator).get("/asye/")).split("<main", maxsplit=1)[0]
