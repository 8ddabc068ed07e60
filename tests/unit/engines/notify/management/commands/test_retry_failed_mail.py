from datetime import UTC, datetime

import pytest
import time_machine
from django.core.management import call_command

from academy.engines.notify.choices import MailStatus
from academy.engines.notify.models import Mail
from tests.factories.notify import MailFactory

AT = datetime(2026, 11, 17, 9, 30, tzinfo=UTC)


@pytest.mark.django_db
def test_every_mail_given_up_is_due_again(capsys):
    MailFactory(status=MailStatus.FAILED, attempts=7)
    sent = MailFactory(status=MailStatus.SENT, sent_at=AT, text="")

    with time_machine.travel(AT, tick=False):
        call_command("retry_failed_mail", skip_checks=True)

    assert capsys.readouterr().out == "1 to be sent again.\n"
    assert Mail.objects.exclude(pk=sent.pk).values_list("status", "attempts", "due_at").get() == ("queued", 0, AT)
    assert Mail.objects.get(pk=sent.pk).status == MailStatus.SENT
