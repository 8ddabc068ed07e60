"""The equality report is read by who answers for the whole programme, and reading it is written down."""

import pytest
from django.urls import reverse

from academy.engines.audit.models import Event
from academy.people.choices import RoleCode
from tests.factories.asye import AsyePolicyFactory, EnrolmentFactory
from tests.factories.identity import OrganisationFactory
from tests.factories.people import ServiceFactory, holder_of, staff_of
from tests.integration.pages import browser, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PAGE, TABLE = "/asye/cohort/equality/", "/asye/cohort/equality.csv"


@pytest.fixture
def here():
    return OrganisationFactory()


@pytest.fixture
def lead(here):
    return browser(holder_of(RoleCode.ACADEMY_LEAD, here))


def test_report_is_opened_from_the_board_names_nobody_and_is_noted_as_read(here, lead):
    policy = AsyePolicyFactory()
    years = [EnrolmentFactory(organisation=here, policy=policy, fte="1.00" if n < 11 else "0.50") for n in range(22)]
    assert f'href="{PAGE}"' in words(lead.get(reverse("asye:cohort")))

    page, table = words(lead.get(PAGE)), lead.get(f"{TABLE}?view=2025-2026-asye-adults")

    assert "ASYE, adults, begun April 2025 to March 2026" in page
    assert f'href="{TABLE}?view=2025-2026-asye-adults"' in page
    assert "Hours at the start,Full time,11,How it ended,Not ended,11" in table.content.decode()
    assert table["Content-Disposition"] == 'attachment; filename="asye-equality-2025-2026-asye-adults.csv"'
    assert not any(year.person.full_name in page + table.content.decode() for year in years)
    read = Event.objects.filter(act="read").values_list("subject_label", "subject_id", "about_id", "organisation_id")
    assert list(read) == [("identity.organisation", str(here.pk), None, here.pk)] * 2


def test_of_too_few_or_none_it_says_so(here, lead):
    assert "No year has begun here." in words(lead.get(PAGE))
    assert lead.get(TABLE).content.decode() == "\ufeffGrouped by,Group,People,Question,Result,Number\r\n"
    EnrolmentFactory(organisation=here)
    assert "Fewer than 10 began then, too few to tell anything of them." in words(lead.get(f"{PAGE}?view=x"))


def test_report_is_closed_to_deciders_assessors_staff_and_who_answers_for_a_part_alone(here):
    part = holder_of(RoleCode.ASYE_COORDINATOR, here, service=ServiceFactory(organisation=here))
    roles = (RoleCode.PRINCIPAL_SOCIAL_WORKER, RoleCode.SERVICE_MANAGER, RoleCode.MODERATOR, RoleCode.ACADEMY_STAFF)
    people = [part, staff_of(here), *(holder_of(role, here) for role in roles)]

    assert [browser(each).get(address).status_code for each in people for address in (PAGE, TABLE)] == [403] * 12
    assert PAGE not in words(browser(part).get(reverse("asye:cohort")))
