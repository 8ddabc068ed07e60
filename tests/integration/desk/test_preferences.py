"""The page where somebody chooses how she is reminded, and the digest in her inbox."""

from datetime import time

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from academy.engines.notify.models import Notice
from academy.engines.reminders.deadlines import declared
from academy.engines.reminders.models import ReminderPreferences
from tests.factories.identity import OrganisationFactory, UserFactory
from tests.factories.people import NOW, account_of, staff_of
from tests.factories.reminders import PreferencesFactory

pytestmark = pytest.mark.django_db
# What every app declares may be turned off; beside it the way, no mail at weekends, and waiting while away.
OPTIONAL = [each.key for each in declared() if each.is_optional]
OTHER_BOXES = 3
CHOSEN = {
    "way": "inbox",
    "wanted": [],
    "quiet_from": "18:30",
    "quiet_until": "09:00",
    "pauses_when_away": "on",
}


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amara():
    return staff_of(OrganisationFactory())


@pytest.fixture
def browser(amara):
    client = Client()
    client.force_login(account_of(amara))
    return client


def page_of(browser):
    return browser.get(reverse("desk:preferences")).content.decode()


def test_page_shows_what_holds_and_names_what_is_always_told(browser):
    page = page_of(browser)

    always = dict.fromkeys(each.title for each in declared() if not each.is_optional)
    assert {"A registration that runs out", "Mandatory training that runs out"} <= always.keys()
    assert page.count(f"You always hear of this: {'; '.join(always)}.") == 1
    assert page.count("A stretch that ends with nothing kept in it") == 1
    assert page.count(" checked") == OTHER_BOXES + len(OPTIONAL)
    assert '<option value="19:00" selected>' in page
    assert '<option value="07:30" selected>' in page


def test_choices_are_kept_for_the_person_who_made_them(browser, amara):
    other = PreferencesFactory()

    answer = browser.post(reverse("desk:preferences"), CHOSEN)

    kept = ReminderPreferences.objects.exclude(pk=other.pk).get()
    assert answer.url == reverse("desk:inbox")
    assert (kept.person, kept.by_mail, kept.off) == (
        amara,
        False,
        OPTIONAL,
    )
    assert (kept.quiet_from, kept.quiet_until) == (time(18, 30), time(9, 0))
    assert (kept.quiet_at_weekends, kept.pauses_when_away, kept.changed_at) == (False, True, NOW)
    assert "Your choices are kept." in browser.get(answer.url).content.decode()


def test_choices_made_before_are_read_back(browser):
    browser.post(reverse("desk:preferences"), CHOSEN)

    page = page_of(browser)
    assert page.count(" checked") == 2
    assert '<option value="18:30" selected>' in page


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"way": ""}, "Choose an answer to “How do you want to be reminded?”."),
        ({"way": "pigeon"}, "Choose one of the answers shown."),
        ({"quiet_from": "18:31"}, "Choose one of the answers shown."),
        ({"wanted": ["people.registration"]}, "Choose only from the answers shown."),
    ],
)
def test_answer_that_is_not_offered_is_refused_with_words(browser, wrong, words):
    answer = browser.post(reverse("desk:preferences"), {**CHOSEN, **wrong})

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert ReminderPreferences.objects.count() == 0


def test_account_without_a_record_is_told_whom_to_ask():
    client = Client()
    client.force_login(UserFactory(person=None))

    answer = client.post(reverse("desk:preferences"), CHOSEN)

    assert answer.status_code == 422
    assert "Ask your academy lead to add yours." in answer.content.decode()


def test_page_is_for_who_is_signed_in():
    answer = Client().get(reverse("desk:preferences"))

    assert answer.url == f"{reverse('account_login')}?next=/inbox/preferences/"


def test_inbox_leads_to_the_choices(browser):
    assert f'href="{reverse("desk:preferences")}"' in browser.get(reverse("desk:inbox")).content.decode()


def test_addresses_in_a_notice_are_links_and_its_words_are_not_markup(browser, amara):
    notice = Notice.objects.create(
        person=amara,
        kind="test",
        subject="1 thing has a date",
        body="Read <b>this</b>.\nhttps://portal.example/cpd/new/",
        created_at=NOW,
    )

    page = browser.get(reverse("desk:notice", args=[notice.pk])).content.decode()
    assert page.count('<a href="https://portal.example/cpd/new/"') == 1
    assert "Read &lt;b&gt;this&lt;/b&gt;." in page
