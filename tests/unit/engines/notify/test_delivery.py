import logging
from datetime import UTC, datetime, timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail as outbox
from django.core.mail import EmailMessage

from academy.engines.audit.models import Event
from academy.engines.notify.choices import MailStatus
from academy.engines.notify.delivery import deliver
from academy.engines.notify.models import Mail
from academy.engines.notify.querysets import MailQuerySet
from academy.engines.notify.rules import CLAIM_LASTS
from tests.factories.notify import MailFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


@pytest.fixture
def broken_server(monkeypatch) -> list[EmailMessage]:
    """A mail server that takes nobody's mail; the messages it was offered."""
    offered: list[EmailMessage] = []

    def send(self, fail_silently=False):
        offered.append(self)
        raise SMTPRecipientsRefused({self.to[0]: (550, b"amara@council.example is unknown")})

    monkeypatch.setattr(EmailMessage, "send", send)
    return offered


def test_due_mail_is_sent_once_and_its_text_forgotten():
    mail = MailFactory(address="amara@council.example", subject="Hello", text="One-time link")

    assert (deliver(mail.pk, at=AT), deliver(mail.pk, at=AT)) == (True, False)

    sent = outbox.outbox[0]
    assert (len(outbox.outbox), sent.to, sent.subject, sent.body) == (
        1,
        ["amara@council.example"],
        "Hello",
        "One-time link",
    )
    assert sent.message()["Message-ID"] == mail.message_id
    mail.refresh_from_db()
    assert (mail.status, mail.sent_at, mail.attempts, mail.text) == (MailStatus.SENT, AT, 1, "")
    assert Event.objects.count() == 0


def test_file_goes_with_its_mail_and_is_forgotten():
    mail = MailFactory(file_name="place.ics", file_type="text/calendar; method=REQUEST", file_text="BEGIN:VCALENDAR")

    assert deliver(mail.pk, at=AT)

    part = outbox.outbox[0].message().get_payload()[1]
    assert (part.get_content_type(), part.get_param("method"), part.get_filename()) == (
        "text/calendar",
        "REQUEST",
        "place.ics",
    )
    assert part.get_payload(decode=True) == b"BEGIN:VCALENDAR"
    mail.refresh_from_db()
    assert (mail.status, mail.file_text) == (MailStatus.SENT, "")


@pytest.mark.parametrize(
    "values",
    [
        {"due_at": AT + timedelta(seconds=1)},
        {"status": MailStatus.CLAIMED, "claimed_at": AT - CLAIM_LASTS + timedelta(seconds=1)},
        {"status": MailStatus.FAILED},
        {"status": MailStatus.SENT, "sent_at": AT, "text": ""},
    ],
)
def test_mail_that_is_not_due_is_left(values):
    mail = MailFactory(**values)
    before = Mail.objects.values().get()

    assert (deliver(mail.pk, at=AT), outbox.outbox) == (False, [])
    assert Mail.objects.values().get() == before


def test_mail_of_a_worker_that_died_is_sent_again_under_the_same_message_id():
    mail = MailFactory(status=MailStatus.CLAIMED, claimed_at=AT - CLAIM_LASTS, attempts=1)

    assert deliver(mail.pk, at=AT) is True

    assert [sent.extra_headers["Message-ID"] for sent in outbox.outbox] == [mail.message_id]
    assert Mail.objects.get().attempts == 2


def test_failed_attempt_is_put_off_and_logged_without_personal_data(broken_server, caplog):
    mail = MailFactory(address="amara@council.example")

    assert deliver(mail.pk, at=AT) is False

    mail.refresh_from_db()
    assert (mail.status, mail.due_at, mail.attempts) == (MailStatus.QUEUED, AT + timedelta(minutes=1), 1)
    assert [(record.levelno, record.getMessage()) for record in caplog.records] == [
        (logging.WARNING, f"Mail {mail.pk} did not go (attempt 1): SMTPRecipientsRefused.")
    ]
    assert "amara" not in caplog.text


def test_mail_that_fails_every_time_is_given_up_and_recorded(broken_server, caplog):
    mail = MailFactory()
    at = AT
    for _ in range(9):
        deliver(mail.pk, at=at)
        at += timedelta(days=1)

    mail.refresh_from_db()
    assert (mail.status, mail.attempts, len(broken_server)) == (MailStatus.FAILED, 7, 7)
    assert Event.objects.get().act == "notify.mail.give_up"
    assert caplog.records[-1].getMessage() == (f"Mail {mail.pk} was given up after 7 attempts: SMTPRecipientsRefused.")


def test_mail_whose_workers_die_every_time_is_given_up_unsent():
    mail = MailFactory(status=MailStatus.CLAIMED, claimed_at=AT - CLAIM_LASTS, attempts=7)

    assert (deliver(mail.pk, at=AT), outbox.outbox) == (False, [])
    assert Mail.objects.get().status == MailStatus.FAILED


def test_mail_claimed_by_another_worker_at_the_same_moment_is_left(monkeypatch):
    mail = MailFactory()

    def first_due(self):
        seen = first(self)
        Mail.objects.update(status=MailStatus.CLAIMED, claimed_at=AT, attempts=1)
        return seen

    first = MailQuerySet.first
    monkeypatch.setattr(MailQuerySet, "first", first_due)

    assert (deliver(mail.pk, at=AT), outbox.outbox) == (False, [])


@pytest.mark.parametrize("attempts", [1, 7])
def test_worker_whose_claim_grew_old_does_not_touch_its_successors(attempts, monkeypatch, broken_server):
    mail = MailFactory(attempts=attempts - 1)
    send = EmailMessage.send

    def slow(self, fail_silently=False):
        Mail.objects.update(attempts=attempts + 1)
        send(self)

    monkeypatch.setattr(EmailMessage, "send", slow)
    assert deliver(mail.pk, at=AT) is False

    mail.refresh_from_db()
    assert (mail.status, mail.attempts, Event.objects.count()) == (MailStatus.CLAIMED, attempts + 1, 0)
