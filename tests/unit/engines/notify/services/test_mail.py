from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail as mails

from academy.engines.audit.commands import Refused
from academy.engines.audit.models import Event
from academy.engines.notify.choices import MailStatus
from academy.engines.notify.delivery import deliver
from academy.engines.notify.models import Mail
from academy.engines.notify.services.mail import give_up, retry, take_back
from academy.identity.actor import Actor
from tests.factories.identity import TODAY
from tests.factories.notify import MailFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)
PORTAL = Actor.system("mail", on=TODAY)


def test_mail_given_up_is_kept_with_its_text_and_recorded():
    mail = MailFactory(status=MailStatus.CLAIMED, claimed_at=AT, attempts=7, text="Please read it.")

    give_up(mail=mail, by=PORTAL, at=AT)

    mail.refresh_from_db()
    event = Event.objects.get()
    assert (mail.status, mail.text) == (MailStatus.FAILED, "Please read it.")
    assert (event.act, event.from_state, event.to_state, event.about_id) == (
        "notify.mail.give_up",
        "claimed",
        "failed",
        mail.person_id,
    )


def test_mail_given_up_can_be_tried_again_from_the_beginning():
    mail = MailFactory(status=MailStatus.FAILED, attempts=7, due_at=AT - timedelta(days=1))

    again = retry(mail=mail, by=PORTAL, at=AT)

    assert (again.status, again.attempts, again.due_at) == (MailStatus.QUEUED, 0, AT)
    assert Event.objects.get().act == "notify.mail.retry"


@pytest.mark.parametrize(
    "values",
    [{"status": MailStatus.QUEUED}, {"status": MailStatus.SENT, "sent_at": AT, "text": ""}],
)
def test_mail_that_was_not_given_up_is_not_tried_again(values):
    mail = MailFactory(**values)

    with pytest.raises(Refused, match="it has gone or is still being tried"):
        retry(mail=mail, by=PORTAL, at=AT)


def test_mail_that_waits_is_taken_back_without_its_text_and_recorded():
    mail = MailFactory(due_at=AT + timedelta(days=2), file_text="BEGIN:VCALENDAR")

    taken = take_back(mail=mail, by=PORTAL, at=AT)

    event = Event.objects.get()
    assert (taken.status, taken.text, taken.file_text) == ("taken_back", "", "")
    assert not deliver(mail.pk, at=AT + timedelta(days=3))
    assert (event.act, event.from_state, event.to_state, event.about_id) == (
        "notify.mail.take_back",
        "queued",
        "taken_back",
        mail.person_id,
    )
    assert mails.outbox == []


@pytest.mark.parametrize(
    "values",
    [
        {"status": MailStatus.CLAIMED, "claimed_at": AT},
        {"status": MailStatus.SENT, "sent_at": AT, "text": ""},
        {"status": MailStatus.FAILED},
    ],
)
def test_mail_on_its_way_gone_or_given_up_is_not_taken_back(values):
    mail = MailFactory(**values)

    with pytest.raises(Refused, match="cannot be taken back"):
        take_back(mail=mail, by=PORTAL, at=AT)
    assert (Mail.objects.get().status, Event.objects.count()) == (values["status"], 0)
