from datetime import date
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from academy.engines.reminders.models import Digest, Reminder
from tests.factories.people import account_of
from tests.factories.reminders import AT, deadline

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(AT, tick=False):
        yield


def said(*arguments):
    out = StringIO()
    call_command("send_reminders", *arguments, stdout=out)
    return out.getvalue().splitlines()


def test_dry_run_says_ids_and_kinds_and_sends_nothing(registered, declared):
    declared(deadline(), deadline(key="tests.other"))
    person = registered().person
    account_of(person)

    assert said("--on", "2026-11-17", "--dry-run") == [
        f"person {person.pk} tests.other tests.thing",
        "2026-11-17: 1 digests would be sent. Nothing was sent.",
    ]
    assert (Reminder.objects.count(), Digest.objects.count()) == (0, 0)


def test_dry_run_says_addresses_of_accounts_when_asked(registered):
    with_account, without = registered().person, registered().person
    address = account_of(with_account).email

    assert said("--dry-run", "--show-addresses") == [
        f"person {with_account.pk} {address} tests.thing",
        f"person {without.pk} tests.thing",
        "2026-11-17: 2 digests would be sent. Nothing was sent.",
    ]


def test_reminders_of_a_day_are_sent(registered):
    registered()

    assert said("--on", "2026-11-16") == ["2026-11-16: 1 reminders noted, 1 digests sent."]
    assert Digest.objects.get().on == date(2026, 11, 16)


def test_without_a_day_today_is_meant(registered):
    registered()

    said()

    assert Digest.objects.get().on == date(2026, 11, 17)
