from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from celery import current_app
from django.core import mail as outbox

from academy.engines.notify.models import Mail
from academy.engines.notify.tasks import send_due_mail, send_mail
from tests.factories.notify import WRITTEN_AT, MailFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(AT, tick=False):
        yield


def test_bell_sends_the_one_mail_it_names():
    rung, other = MailFactory(), MailFactory()

    send_mail(rung.pk)

    assert list(Mail.objects.order_by("pk").values_list("pk", "sent_at")) == [(rung.pk, AT), (other.pk, None)]


def test_minute_sends_everything_due_longest_waiting_first():
    MailFactory(subject="second")
    MailFactory(subject="first", due_at=WRITTEN_AT - timedelta(minutes=1))
    MailFactory(subject="tomorrow", due_at=AT + timedelta(days=1))

    send_due_mail()

    assert [sent.subject for sent in outbox.outbox] == ["first", "second"]


def test_tasks_have_the_names_the_schedule_and_the_bell_use():
    schedule = current_app.conf.beat_schedule["due-mail"]["task"]

    assert (schedule, send_mail.name) == (send_due_mail.name, "academy.engines.notify.tasks.send_mail")
