from datetime import timedelta

import pytest
from django.db import IntegrityError

from tests.factories.notify import WRITTEN_AT, MailFactory, NoticeFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"subject": ""}, "notice_has_subject"),
        ({"read_at": WRITTEN_AT - timedelta(seconds=1)}, "notice_read_after_written"),
    ],
)
def test_notice_against_a_constraint_is_refused(values, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        NoticeFactory(**values)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"status": "lost"}, "mail_status_known"),
        ({"status": "sent", "sent_at": WRITTEN_AT}, "mail_sent_has_time_and_no_text"),
        ({"status": "sent", "text": ""}, "mail_sent_has_time_and_no_text"),
        ({"status": "queued", "text": ""}, "mail_sent_has_time_and_no_text"),
        ({"status": "queued", "sent_at": WRITTEN_AT}, "mail_sent_has_time_and_no_text"),
        ({"status": "taken_back"}, "mail_sent_has_time_and_no_text"),
        ({"status": "taken_back", "text": "", "sent_at": WRITTEN_AT}, "mail_sent_has_time_and_no_text"),
        ({"status": "sent", "text": "", "sent_at": WRITTEN_AT, "file_text": "BEGIN"}, "mail_sent_has_no_file"),
        ({"status": "taken_back", "text": "", "file_text": "BEGIN"}, "mail_sent_has_no_file"),
        ({"status": "claimed"}, "mail_claimed_has_time"),
        ({"address": ""}, "mail_has_address"),
    ],
)
def test_mail_against_a_constraint_is_refused(values, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        MailFactory(**values)


def test_message_id_is_used_once():
    mail = MailFactory()

    with pytest.raises(IntegrityError, match="message_id"):
        MailFactory(message_id=mail.message_id)
