"""Workshops are planned from the desk with what is known filled in, and those who are behind are invited."""

from dataclasses import replace
from datetime import date

import pytest

from academy.engines.notify.models import Notice
from academy.people.choices import RoleCode
from asye.models import Nudge
from asye.rules.parts_of_policy import Group
from asye.rules.policy import PLAIN
from tests.factories.asye import AsyePolicyFactory, policy_content
from tests.factories.asye_cohort import supported_year
from tests.factories.identity import OrganisationFactory
from tests.factories.people import holder_of
from tests.factories.training import CourseFactory, TrainingEventFactory
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PAGE = "/asye/cohort/workshops/"
INVITE = f"{PAGE}invite/"
MONTHLY = Group(code="workshops", title="Workshops", every_months=1, courses=("workshop",))


@pytest.fixture
def year():
    rules = AsyePolicyFactory(content=policy_content(replace(PLAIN, groups=(MONTHLY,))))
    return supported_year(OrganisationFactory(), policy=rules, starts_on=date(2026, 9, 1))


@pytest.fixture
def course(year):
    return CourseFactory(organisation=year.organisation, code="workshop", title="ASYE workshop")


@pytest.fixture
def lead(year):
    return browser(holder_of(RoleCode.ACADEMY_LEAD, year.organisation))


def test_next_one_is_planned_from_the_board_with_what_is_known_filled_in(lead, year, course):
    assert f'href="{PAGE}"' in words(lead.get("/asye/cohort/"))
    page = lead.get(f"{PAGE}?series=nothing")
    ((title, address),) = page.context["to_plan"]

    form = lead.get(address).context["form"]

    assert "The next one to plan is that of 1 November 2026 to 30 November 2026." in words(page)
    assert "2 missed" in words(page)
    assert title == "ASYE workshop"
    assert {name: form[name].value() for name in ("course", "mainly_for", "capacity")} == {
        "course": str(course.pk),
        "mainly_for": "Newly qualified social workers, Workshops, adults",
        "capacity": "1",
    }


def test_those_behind_are_invited_to_the_next_one_as_it_was_read(lead, year, course):
    event = TrainingEventFactory(course=course)
    assert f'name="case" value="{year.pk}" checked' in words(lead.get(PAGE))
    address = f"{INVITE}?event={event.pk}&case={year.pk}"
    page = lead.get(address)
    form = {name: page.context["form"][name].value() for name in ("cases", "seen", "event")}

    stale = lead.post(INVITE, {**form, "seen": "0" * 64})
    sent = lead.post(INVITE, form)

    assert (stale.status_code, "Something has changed since you read it." in words(stale)) == (422, True)
    assert (sent.status_code, sent.url, "1 invitation sent." in words(lead.get(PAGE))) == (302, PAGE, True)
    assert [(each.to, each.enrolment) for each in Nudge.objects.all()] == [(year.person, year)]
    told = Notice.objects.get(person=year.person)
    assert "counts in your ASYE. You are invited: take a place." in told.body
    assert told.url == event.get_absolute_url()
    assert f"Not to {year.person.full_name}. The last nudge went on 17 November 2026." in words(lead.get(address))


def test_event_that_cannot_be_booked_is_not_there_to_invite_to(lead, year, course):
    over = TrainingEventFactory(course=course, title="Zqover", starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 1))
    foreign = TrainingEventFactory(title="Zqforeign")
    asked = [words(lead.get(f"{INVITE}?event={each.pk}&case={year.pk}")) for each in (over, foreign)]

    refused = lead.post(INVITE, {"event": over.pk, "cases": year.pk, "seen": "0" * 64})

    assert [("cannot be booked any more" in page, "Zq" in page, "There is nobody" in page) for page in asked] == [
        (True, False, True)
    ] * 2
    assert (refused.status_code, "cannot be booked any more" in words(refused), Nudge.objects.count()) == (422, True, 0)


def test_who_oversees_plans_nothing_and_the_co_ordinator_is_told_who_does(year, course):
    psw = browser(holder_of(RoleCode.PRINCIPAL_SOCIAL_WORKER, year.organisation))
    coordinator = browser(holder_of(RoleCode.ASYE_COORDINATOR, year.organisation))

    assert [psw.get(each).status_code for each in (PAGE, INVITE)] == [403, 403]
    assert "Events are planned by the academy’s staff" in words(coordinator.get(PAGE))


def test_without_groups_in_any_policy_it_says_so():
    lead = browser(holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory()))

    assert "No policy of the years you run asks for workshops or groups." in words(lead.get(PAGE))
