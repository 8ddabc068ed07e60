"""The desk's own pages: home, inbox, help, the statement, whom to ask."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from academy.engines.notify.models import Notice
from academy.engines.worklist import providers
from academy.people.choices import RoleCode
from tests.factories.asye_people import with_people
from tests.factories.identity import OrganisationFactory, UserFactory
from tests.factories.people import NOW, account_of, holder_of, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _frozen() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def here():
    return OrganisationFactory(academy_name="Learning House")


@pytest.fixture
def amara(here):
    return staff_of(here)


@pytest.fixture
def browser(amara) -> Client:
    client = Client()
    client.force_login(account_of(amara))
    return client


def notice_to(person, *, subject: str = "A form waits", url: str = "") -> Notice:
    return Notice.objects.create(
        person=person, kind="test", subject=subject, body="Please look at it.", url=url, created_at=NOW
    )


def test_home_greets_by_name_and_offers_the_next_entry(browser, amara):
    page = browser.get(reverse("desk:home")).content.decode()

    assert f"Good morning, {amara.short_name}" in page
    assert reverse("development:new") in page


def test_home_for_nobody_leads_to_sign_in(db):
    answer = Client().get(reverse("desk:home"))

    assert answer.url == f"{reverse('account_login')}?next=/"


def test_home_of_an_account_without_a_person_offers_no_entry(db):
    client = Client()
    client.force_login(UserFactory(person=None))

    page = client.get(reverse("desk:home")).content.decode()

    assert "Nothing waits for you." in page
    assert reverse("development:new") not in page


def test_home_that_asks_about_her_week_says_that_nothing_else_waits(monkeypatch):
    monkeypatch.setattr(providers, "_declared", {})
    client = Client()
    client.force_login(account_of(with_people().nqsw))

    page = client.get(reverse("desk:home")).content.decode()

    assert page.count("Your week in the ASYE") == 1
    assert "Nothing else waits for you." in page


@pytest.mark.parametrize("name", ["desk:help", "desk:accessibility"])
def test_page_about_the_portal_is_there_without_sign_in_and_names_nobody(name, amara):
    answer = Client().get(reverse(name))

    assert answer.status_code == 200
    assert amara.family_name not in answer.content.decode()


def test_contact_names_the_leads_of_the_organisation_and_no_other(browser, here):
    lead = holder_of(RoleCode.ACADEMY_LEAD, here)
    stranger = holder_of(RoleCode.ACADEMY_LEAD, OrganisationFactory())

    page = browser.get(reverse("desk:contact")).content.decode()

    assert f"mailto:{lead.work_email}" in page
    assert stranger.work_email not in page


def test_contact_without_a_lead_says_whom_to_ask(browser):
    page = browser.get(reverse("desk:contact")).content.decode()

    assert "Your line manager can tell you whom to ask." in page


def test_contact_of_somebody_without_an_organisation_is_still_a_page(db):
    client = Client()
    client.force_login(UserFactory(person=None))

    assert "Nobody is named as academy lead here" in client.get(reverse("desk:contact")).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_inbox_takes_as_many_queries_with_one_notice_as_with_three(count, browser, amara, django_assert_num_queries):
    for _ in range(count):
        notice_to(amara)
    browser.get(reverse("desk:inbox"))

    with django_assert_num_queries(7):
        page = browser.get(reverse("desk:inbox")).content.decode()

    assert page.count("A form waits") == count


def test_page_that_is_not_there_asks_who_asked_and_nothing_more(browser, django_assert_num_queries):
    browser.get(reverse("desk:inbox"))

    with django_assert_num_queries(5):
        answer = browser.get("/nowhere/")

    assert (answer.status_code, "to do</a>" in answer.content.decode()) == (404, False)


def test_inbox_shows_nothing_told_to_somebody_else(browser, here):
    notice_to(staff_of(here), subject="For other eyes")

    page = browser.get(reverse("desk:inbox")).content.decode()

    assert "For other eyes" not in page
    assert "Nothing has been sent to you yet." in page


def test_notice_marked_as_read_leads_to_what_it_is_about(browser, amara):
    notice = notice_to(amara, url="/cpd/")

    answer = browser.post(reverse("desk:notice", args=[notice.pk]))

    notice.refresh_from_db()
    assert (answer.url, notice.read_at) == ("/cpd/", NOW)


def test_notice_without_an_address_leads_back_to_the_inbox(browser, amara):
    notice = notice_to(amara)

    assert browser.post(reverse("desk:notice", args=[notice.pk])).url == reverse("desk:inbox")


def test_notice_opened_shows_its_words_and_is_not_read_by_that(browser, amara):
    notice = notice_to(amara)

    page = browser.get(reverse("desk:notice", args=[notice.pk])).content.decode()

    notice.refresh_from_db()
    assert "Please look at it." in page
    assert notice.read_at is None


def test_notice_of_somebody_else_is_not_there(browser, here):
    notice = notice_to(staff_of(here), subject="For other eyes")

    answer = browser.get(reverse("desk:notice", args=[notice.pk]))

    assert answer.status_code == 404
    assert "For other eyes" not in answer.content.decode()
