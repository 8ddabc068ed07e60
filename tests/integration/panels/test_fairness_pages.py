"""Outcomes compared between groups are read by who answers for the whole academy, and reading them is written down."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from tests.factories.identity import OrganisationFactory
from tests.factories.panels import CaseFactory, MemberFactory, PanelFactory, PanelPolicyFactory, panel_of, seat_of
from tests.factories.people import ServiceFactory, holder_of, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PAGE, TABLE = "/panels/reports/fairness/", "/panels/reports/fairness.csv"
BEGUN = datetime(2026, 1, 12, 10, tzinfo=UTC)
KEPT_APART = "What people answered for equality monitoring is not compared for you"


@pytest.fixture
def here():
    return OrganisationFactory()


@pytest.fixture
def lead(here):
    return holder_of(RoleCode.ACADEMY_LEAD, here)


def begun(here, count):
    policy = PanelPolicyFactory()
    return [
        CaseFactory(
            organisation=here,
            policy=policy,
            person=staff_of(here, fte="1.00" if number % 2 else "0.50"),
            begun_at=BEGUN,
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("role", [RoleCode.ACADEMY_LEAD, RoleCode.CHIEF_OFFICER])
def test_report_is_opened_from_panels_names_nobody_and_is_noted_as_read(here, role):
    cases, client = begun(here, 20), browser(holder_of(role, here))
    assert f'href="{PAGE}"' in words(client.get(reverse("panels:home")))

    page, table = words(client.get(PAGE)), client.get(f"{TABLE}?view=2025-2026")

    assert "Cases begun April 2025 to March 2026" in page
    assert f'href="{TABLE}?view=2025-2026"' in page
    assert KEPT_APART not in page
    assert "Hours of the post,Part time,10,What was decided,Not told yet,10" in table.content.decode()
    assert table["Content-Disposition"] == 'attachment; filename="panels-compared-2025-2026.csv"'
    assert not any(case.person.full_name in page + table.content.decode() for case in cases)
    read = Event.objects.filter(act="read").values_list("subject_label", "subject_id", "about_id", "organisation_id")
    assert list(read) == [("identity.organisation", str(here.pk), None, here.pk)] * 2


def test_who_judges_there_is_told_why_answers_are_left_out(here, lead):
    begun(here, 20)
    MemberFactory(panel=PanelFactory(organisation=here), person=lead)
    assert KEPT_APART in words(browser(lead).get(PAGE))


def test_of_too_few_or_none_it_says_so(here, lead):
    client = browser(lead)
    assert "No case has begun here that is compared." in words(client.get(PAGE))
    assert client.get(TABLE).content.decode() == "\ufeffGrouped by,Group,People,Question,Result,Number\r\n"
    begun(here, 1)
    page = words(client.get(f"{PAGE}?view=x"))
    assert "Fewer than 10 came to a panel then, too few to tell anything of them." in page


def test_report_is_closed_to_deciders_clerks_staff_and_who_answers_for_a_part_alone(here):
    panel = panel_of(here)
    part = holder_of(RoleCode.ACADEMY_LEAD, here, service=ServiceFactory(organisation=here))
    roles = (RoleCode.PRINCIPAL_SOCIAL_WORKER, RoleCode.SERVICE_MANAGER, RoleCode.HR, RoleCode.PANEL_CLERK)
    people = [part, staff_of(here), seat_of(panel), seat_of(panel, "clerk"), *(holder_of(role, here) for role in roles)]

    assert [browser(each).get(address).status_code for each in people for address in (PAGE, TABLE)] == [403] * 16
    assert PAGE not in words(browser(part).get(reverse("panels:home")))
