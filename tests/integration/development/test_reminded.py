"""An empty stretch that comes to its end, from the hourly sweep to the inbox and the mailbox."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from academy.engines.notify.models import Notice
from academy.engines.notify.tasks import send_due_mail
from academy.engines.reminders.tasks import sweep_reminders
from tests.factories.identity import OrganisationFactory
from tests.factories.people import account_of, staff_of

# Sunday, seven days before the stretch ends; and the moment the weekend is over for mail.
SUNDAY = datetime(2026, 11, 29, 10, 0, tzinfo=ZoneInfo("Europe/London"))
MONDAY = datetime(2026, 11, 30, 7, 30, tzinfo=ZoneInfo("Europe/London"))
WORDS = "Nothing is kept yet in your present stretch. It ends on 6 December, in 7 days. A small, true piece is enough."
pytestmark = pytest.mark.django_db


def test_reminder_of_an_empty_stretch_is_in_the_inbox_at_once_and_in_the_mailbox_on_monday(settings):
    settings.PORTAL_ADDRESS = "https://portal.example"
    account = account_of(staff_of(OrganisationFactory()))
    browser = Client()

    with time_machine.travel(SUNDAY, tick=False):
        sweep_reminders()
        send_due_mail()
        browser.force_login(account)
        inbox = browser.get(reverse("desk:inbox")).content.decode()
    assert inbox.count("1 thing has a date") == 1
    assert mail.outbox == []

    with time_machine.travel(MONDAY, tick=False):
        send_due_mail()
        sweep_reminders()
        send_due_mail()
        (sent,) = mail.outbox
        browser.force_login(account)
        address = reverse("desk:notice", args=[Notice.objects.get().pk])
        page = browser.get(address).content.decode()
        answer = browser.post(address)
    assert (sent.to, sent.subject) == ([account.email], "1 thing has a date")
    assert f"{WORDS}\nhttps://portal.example/cpd/new/" in sent.body
    assert page.count(WORDS) == 1
    assert page.count('href="https://portal.example/cpd/new/"') == 1
    assert answer.url == "/cpd/new/"
