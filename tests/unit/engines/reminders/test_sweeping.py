from datetime import timedelta

import pytest
import time_machine
from celery import current_app

from academy.engines.audit.commands import Refused
from academy.engines.notify.models import Mail, Notice
from academy.engines.reminders import sweeping
from academy.engines.reminders.models import Digest, Reminder
from academy.engines.reminders.sweeping import Swept, forget_old, rehearse, sweep
from academy.engines.reminders.tasks import sweep_reminders
from tests.factories.identity import TODAY
from tests.factories.people import RegistrationFactory
from tests.factories.reminders import AT, DUE_ON, ReminderFactory

pytestmark = pytest.mark.django_db


def told():
    return (Digest.objects.count(), Notice.objects.count(), Mail.objects.count())


def test_sweep_notes_and_tells_what_is_due(registered):
    for _ in range(3):
        registered()
    registered(expires_on=DUE_ON + timedelta(days=60))

    assert sweep(on=TODAY, at=AT) == Swept(noted=3, sent=3)
    assert told() == (3, 3, 3)


def test_sweep_again_tells_nothing_again(registered):
    registered()
    sweep(on=TODAY, at=AT)

    assert sweep(on=TODAY, at=AT + timedelta(hours=1)) == Swept(noted=0, sent=0)
    assert sweep(on=TODAY + timedelta(days=1), at=AT + timedelta(days=1)) == Swept(noted=0, sent=0)
    assert told() == (1, 1, 1)


def test_what_becomes_due_after_the_digest_of_the_day_is_told_tomorrow(registered):
    person = registered().person
    sweep(on=TODAY, at=AT)
    RegistrationFactory(person=person, regulator="hcpc", expires_on=DUE_ON)

    assert sweep(on=TODAY, at=AT + timedelta(hours=1)) == Swept(noted=1, sent=0)
    assert sweep(on=TODAY + timedelta(days=1), at=AT + timedelta(days=1)) == Swept(noted=0, sent=1)


def test_digest_another_worker_sent_is_not_counted(registered, monkeypatch):
    registered()

    def refuse(**said):
        raise Refused("This person has had her digest of the day. The next one is tomorrow's.")

    monkeypatch.setattr(sweeping, "send_digest", refuse)
    assert sweep(on=TODAY, at=AT) == Swept(noted=1, sent=0)


def test_rehearsal_names_who_would_hear_what_and_keeps_nothing(registered):
    person = registered().person

    assert [(due.person, due.kinds) for due in rehearse(on=TODAY, at=AT)] == [(person, ["tests.thing"])]
    assert (Reminder.objects.count(), *told()) == (0, 0, 0, 0)


def test_hourly_task_sweeps_the_present_day(registered):
    registered()

    with time_machine.travel(AT, tick=False):
        sweep_reminders()

    assert Digest.objects.get().on == TODAY


def test_task_has_the_name_and_the_hour_of_the_schedule():
    entry = current_app.conf.beat_schedule["due-reminders"]

    assert (entry["task"], entry["schedule"]) == (sweep_reminders.name, 3600.0)


def test_reminders_are_forgotten_after_two_years(registered):
    registered()
    sweep(on=TODAY, at=AT)
    ReminderFactory()

    assert forget_old(at=AT + timedelta(days=730)) == 0
    assert forget_old(at=AT + timedelta(days=730, seconds=1)) == 2
    assert told() == (0, 1, 1)
